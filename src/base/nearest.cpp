#include "base/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace pehchan {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view written, std::span<const std::string_view> known) {
  constexpr std::size_t longest = 40;
  if (written.size() > longest) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, written.size() / 3) + 1;
  for (const auto word : known) {
    const std::size_t d = distance(written, word);
    if (d < least) {
      least = d;
      best = word;
    }
  }
  return std::string(best);
}

}  // namespace pehchan
