#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan ledger stats|check|export|backup`: ok, or bad_input when the check finds a fault. Throws RunError.
ExitCode ledger_command(const std::vector<std::string>& words);

}  // namespace pehchan
