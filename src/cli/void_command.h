#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan void CARD --reason WHY`: ok. Throws RunError.
ExitCode void_command(const std::vector<std::string>& words);

}  // namespace pehchan
