#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan issue …`: ok, or some_withheld. Throws RunError.
ExitCode issue_command(const std::vector<std::string>& words);

}  // namespace pehchan
