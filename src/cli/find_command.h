#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan find WHO`: ok, also when nobody is found. Throws RunError.
ExitCode find_command(const std::vector<std::string>& words);

}  // namespace pehchan
