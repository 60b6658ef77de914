#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan status publish`: which cards no longer count, for whoever verifies.
ExitCode status_command(const std::vector<std::string>& words);

}  // namespace pehchan
