#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// pehchan template check
ExitCode template_command(const std::vector<std::string>& words);

}  // namespace pehchan
