#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan proof FILE…`: ok when all are right, some_withheld (1) when one breaks a rule, else why the first that
/// could not be read could not.
ExitCode proof_command(const std::vector<std::string>& words);

}  // namespace pehchan
