#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan printed JOB`: ok. Throws RunError.
ExitCode printed_command(const std::vector<std::string>& words);

}  // namespace pehchan
