#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan demo …`: ok. Throws RunError.
ExitCode demo_command(const std::vector<std::string>& words);

}  // namespace pehchan
