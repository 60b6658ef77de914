#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan preview …`: ok, or some_withheld when something does not fit. Throws RunError.
ExitCode preview_command(const std::vector<std::string>& words);

}  // namespace pehchan
