#include "roll/legacy_font.h"

#include <algorithm>

#include "roll/legacy_font_table.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

/// In half nats, a text's words together.
constexpr int enough = 9;

/// Shorter words say nothing: initials and abbreviations have no order of letters.
constexpr std::size_t shortest_word = 3;

/// Chanakya has all but a few of its signs beyond ASCII; a name in Latin letters has one in three there at most.
constexpr std::size_t fewest_beyond_ascii = 3;

/// What Windows-1252 has beyond ASCII, which is what these fonts draw over. Dashes and curly quotation marks are
/// anybody's.
bool is_drawn_over(char32_t c) {
  constexpr std::u32string_view shifted = U"€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ";
  return (c >= 0xA1 && c <= 0xFF) || shifted.find(c) != std::u32string_view::npos;
}

struct Evidence {
  int for_kruti_dev = 0;  ///< half nats
  std::size_t symbols = 0, beyond_ascii = 0;
};

/// None of a word with letters that no such font draws over, as Devanagari and Vietnamese ones.
Evidence evidence_of(std::string_view word) {
  Evidence found;
  std::size_t before = 0;
  bool has_small_letter = false;
  for (std::size_t at = 0; at < word.size(); ++found.symbols) {
    const char32_t c = next_code_point(word, at);
    const std::size_t symbol = legacy_symbol(c);
    if (symbol == legacy_symbols - 1 && !is_drawn_over(c)) return {};
    found.beyond_ascii += symbol == legacy_symbols - 1 ? 1U : 0U;
    has_small_letter = has_small_letter || (c >= U'a' && c <= U'z');
    found.for_kruti_dev += legacy_font_table[before][symbol] - legacy_font_even;
    before = symbol;
  }
  found.for_kruti_dev += legacy_font_table[before][0] - legacy_font_even;
  if (!has_small_letter || found.symbols < shortest_word) found.for_kruti_dev = 0;
  return found;
}

}  // namespace

std::size_t legacy_symbol(char32_t c) {
  if (c == U'‘' || c == U'’') c = U'\'';
  if (c == U'–' || c == U'—') c = U'-';
  if (c >= U'0' && c <= U'9') c = U'0';
  return c >= U' ' && c <= U'~' ? c - U' ' : legacy_symbols - 1;
}

bool is_in_legacy_font(std::string_view text) {
  Evidence all;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const Evidence word = evidence_of(text.substr(at, end - at));
    all.for_kruti_dev += word.for_kruti_dev;
    all.symbols += word.symbols;
    all.beyond_ascii += word.beyond_ascii;
    at = end + 1;
  }
  const bool is_chanakya = all.beyond_ascii >= fewest_beyond_ascii && all.beyond_ascii * 2 > all.symbols;
  return is_chanakya || all.for_kruti_dev >= enough;
}

}  // namespace pehchan
