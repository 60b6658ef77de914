#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan verify CARD …`: ok, or as exit_code_of (batch/judge_codes.h) says. Throws RunError.
ExitCode verify_command(const std::vector<std::string>& words);

}  // namespace pehchan
