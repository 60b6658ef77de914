#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "cli/command_line.h"

namespace pehchan {

/// "1-40,43" as {1, 40}, {43, 43}; empty for an empty text. `option` and `example` are for the message when it is no
/// such list.
std::vector<std::pair<std::size_t, std::size_t>> parse_number_list(const CommandLine& line, const std::string& option,
                                                                   const std::string& text, const char* example);

}  // namespace pehchan
