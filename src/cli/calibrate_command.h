#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan calibrate PRINTER …`: ok. Throws RunError.
ExitCode calibrate_command(const std::vector<std::string>& words);

}  // namespace pehchan
