#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

ExitCode sheets_command(const std::vector<std::string>& words);

}  // namespace pehchan
