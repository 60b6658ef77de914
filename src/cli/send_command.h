#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan send JOB --printer …`: ok, or some_withheld when nobody has said that all came out well. Throws RunError.
ExitCode send_command(const std::vector<std::string>& words);

}  // namespace pehchan
