#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace pehchan {

/// A place in a text, both from 1; a column is a character.
struct TextPlace {
  unsigned line = 1, column = 1;
  bool operator==(const TextPlace&) const = default;
};

/// How many lists and tables may lie in each other, and how many dots one key may have.
inline constexpr std::size_t most_toml_depth = 32;
inline constexpr const char* too_deep_toml =
    "this lies too deep: 32 brackets in each other and 32 dots in a key at most";

/// Where a TOML text first goes deeper than that; nothing for one that does not. toml++ goes down one call for each
/// level and crashes of tens of thousands, a few bytes each: ask before it reads what may be hostile. The text need not
/// be right otherwise.
std::optional<TextPlace> deep_in_toml(std::string_view toml);

}  // namespace pehchan
