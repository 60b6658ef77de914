#include "base/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace pehchan {
namespace {

using Letters = std::vector<std::string_view>;

/// UTF-8 by code point: by byte, one Hindi letter would count as three.
Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    while (at + length < text.size() && (text[at + length] & '\xC0') == '\x80') ++length;
    letters.push_back(text.substr(at, length));
    at += length;
  }
  return letters;
}

std::size_t distance(const Letters& a, const Letters& b) {
  std::vector<std::size_t> row(b.size() + 1), above = row, before = row;
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({above[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, above[j + 1] + 1});
      const bool is_swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (is_swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above.back();
}

}  // namespace

std::string nearest(std::string_view written, std::span<const std::string_view> known) {
  constexpr std::size_t longest = 40;
  const Letters letters = letters_of(written);
  if (letters.size() > longest) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, letters.size() / 3) + 1;
  for (const auto word : known) {
    const Letters other = letters_of(word);
    if (std::max(letters.size(), other.size()) - std::min(letters.size(), other.size()) >= least) continue;
    const std::size_t d = distance(letters, other);
    if (d < least) {
      least = d;
      best = word;
    }
  }
  return std::string(best);
}

}  // namespace pehchan
