#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan digital …`; see its --help.
ExitCode digital_command(const std::vector<std::string>& words);

}  // namespace pehchan
