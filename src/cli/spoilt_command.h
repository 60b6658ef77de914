#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan spoilt JOB --sheet N`: ok. Throws RunError.
ExitCode spoilt_command(const std::vector<std::string>& words);

}  // namespace pehchan
