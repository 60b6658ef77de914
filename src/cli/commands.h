#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// Runs the command that the words ask for (the program's name left out) and tells people about it. Throws RunError.
ExitCode run_command(const std::vector<std::string>& words);

}  // namespace pehchan
