#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "model/line_column.h"

namespace pehchan {

/// How many lists and tables may lie in each other, and how many dots one key may have.
inline constexpr std::size_t most_toml_depth = 32;

/// Where a TOML text first goes deeper than that; nothing for one that does not. toml++ goes down one call for each
/// level and crashes of tens of thousands, a few bytes each: ask before it reads what may be hostile. The text need not
/// be right otherwise.
std::optional<LineColumn> deep_in_toml(std::string_view toml);

}  // namespace pehchan
