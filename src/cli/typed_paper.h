#pragma once
#include <string>

#include "base/geometry.h"
#include "cli/command_line.h"

namespace pehchan {

/// "a4", "a3", "letter", "legal", "cr80", or width x height in mm, such as 200x300. Throws RunError (usage).
Size typed_paper(const CommandLine& line, const std::string& typed);

}  // namespace pehchan
