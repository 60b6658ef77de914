#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace pehchan {

/// The text with its capitals of the English alphabet made small; all else is left as it is.
inline std::string small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

}  // namespace pehchan
