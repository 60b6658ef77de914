#pragma once
#include <cstddef>
#include <string_view>

namespace pehchan {

/// Whether Hindi was typed in an old font that draws Devanagari in the place of Latin characters, as Kruti Dev, DevLys
/// and Chanakya do: "jke dqekj" is राम कुमार to whoever has the font and nobody else. Judged by how likely each pair of
/// neighbouring characters is in Kruti Dev and in a name written in Latin letters; doubtful texts pass. What it finds
/// and never finds is measured by tests/unit/roll/legacy_font_test.cpp.
bool is_in_legacy_font(std::string_view text);

/// What pairs of characters are counted by: printable ASCII from the space on, all digits as one, and one for whatever
/// else there is.
inline constexpr std::size_t legacy_symbols = 96;
std::size_t legacy_symbol(char32_t c);

}  // namespace pehchan
