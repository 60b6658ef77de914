#include "roll/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace pehchan {

// ICU's macro mixes char and uint8_t.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
char32_t next_code_point(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, text.size(), c);
  return c < 0 ? bad_sequence : static_cast<char32_t>(c);
}
#pragma GCC diagnostic pop

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (next_code_point(text, at) == bad_sequence) return start;
  }
  return std::nullopt;
}

std::string repaired_utf8(std::string_view text) {
  std::string good;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c == bad_sequence || c == 0)
      good += "\xEF\xBF\xBD";
    else
      good += text.substr(start, at - start);
  }
  return good;
}

}  // namespace pehchan
