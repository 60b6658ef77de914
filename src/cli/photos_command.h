#pragma once
#include <string>
#include <vector>

#include "base/run_error.h"

namespace pehchan {

/// pehchan photos: looks at a folder of photos and makes the review page.
ExitCode photos_command(const std::vector<std::string>& words);

}  // namespace pehchan
