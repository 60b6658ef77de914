#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan roll check …`: ok, or some_withheld. `pehchan roll starter FILE`: ok. Throws RunError.
ExitCode roll_command(const std::vector<std::string>& words);

}  // namespace pehchan
