#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan purge`: ok. Throws RunError.
ExitCode purge_command(const std::vector<std::string>& words);

}  // namespace pehchan
