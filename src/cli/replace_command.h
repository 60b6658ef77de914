#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// `pehchan replace MEMBER --reason WHY`: ok. Throws RunError.
ExitCode replace_command(const std::vector<std::string>& words);

}  // namespace pehchan
