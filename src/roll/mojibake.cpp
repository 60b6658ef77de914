#include "roll/mojibake.h"

#include <cstddef>

#include "roll/utf8.h"

namespace pehchan {
namespace {

/// What stands at 0x80 to 0x9F in Windows-1252; a dot where nothing does.
constexpr std::u32string_view shifted = U"€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/// The byte that was read as this character; 0: none was.
unsigned byte_read_as(char32_t c) {
  if (c <= 0xFF) return c;
  const auto place = shifted.find(c);
  return place == std::u32string_view::npos ? 0 : 0x80 + static_cast<unsigned>(place);
}

/// How UTF-8 begins: Devanagari to Malayalam, Ol Chiki, Meitei.
bool begins_indian_letter(unsigned first, unsigned second) {
  return (first == 0xE0 && second >= 0xA4 && second <= 0xB5) || (first == 0xE1 && second == 0xB1) ||
         (first == 0xEA && second == 0xAF);
}

bool is_arabic_letter(unsigned first, unsigned second) {
  return first >= 0xD8 && first <= 0xDB && second >= 0x80 && second <= 0xBF;
}

/// À to ÿ; a no-break space or a curly quotation mark after Ã may be meant.
bool is_accented_letter(unsigned first, unsigned second) { return first == 0xC3 && second >= 0xA1 && second <= 0xBF; }

}  // namespace

bool is_mojibake(std::string_view text) {
  std::size_t beyond_ascii = 0, arabic = 0, accented = 0;
  unsigned before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned byte = byte_read_as(next_code_point(text, at));
    if (begins_indian_letter(before, byte)) return true;
    arabic += is_arabic_letter(before, byte) ? 1U : 0U;
    accented += is_accented_letter(before, byte) ? 1U : 0U;
    beyond_ascii += byte >= 0x80 || byte == 0 ? 1U : 0U;
    before = byte;
  }
  const bool is_nearly_all_arabic = arabic >= 2 && arabic * 2 * 10 >= beyond_ascii * 9;
  return is_nearly_all_arabic || (accented > 0 && accented * 2 == beyond_ascii);
}

}  // namespace pehchan
