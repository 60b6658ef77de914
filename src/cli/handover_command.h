#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan handover JOB`: ok. Throws RunError.
ExitCode handover_command(const std::vector<std::string>& words);

}  // namespace pehchan
