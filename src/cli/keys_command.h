#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan keys new|list|rotate|publish …`: ok. Throws RunError.
ExitCode keys_command(const std::vector<std::string>& words);

}  // namespace pehchan
