#include "credential/utf8.h"

#include <algorithm>
#include <cstddef>

namespace pehchan {
namespace {

unsigned at(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

/// How many bytes the character at the beginning has; 0 when it is none.
std::size_t length_of_first(std::string_view bytes) {
  const unsigned first = at(bytes, 0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || bytes.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((at(bytes, i) & 0xC0) != 0x80) return 0;
  const unsigned second = at(bytes, 1);
  const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool is_beyond = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
  return is_overlong || is_beyond ? 0 : length;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = length_of_first(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

bool has_controls(std::string_view utf8) {
  if (std::ranges::any_of(utf8, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; })) return true;
  for (std::size_t i = 0; i + 1 < utf8.size(); ++i)
    if (at(utf8, i) == 0xC2 && at(utf8, i + 1) < 0xA0) return true;
  return false;
}

}  // namespace pehchan
