#include "golden/compare.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pehchan {
namespace {
constexpr int tile = 16;
constexpr int far = 48;
}  // namespace

Picture coarsened(Picture picture) {
  for (std::uint8_t& value : picture.rgb) value = static_cast<std::uint8_t>(std::min((value + 4) / 8 * 8, 255));
  return picture;
}

Difference difference(const Picture& a, const Picture& b) {
  constexpr double all = std::numeric_limits<double>::infinity();
  if (a.width != b.width || a.height != b.height || a.rgb.size() != b.rgb.size()) return {all, 1, all};
  Difference found;
  const int columns = (a.width + tile - 1) / tile, rows = (a.height + tile - 1) / tile;
  std::vector<double> sums(static_cast<std::size_t>(columns * rows));
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) {
      const auto at = static_cast<std::size_t>(3 * (y * a.width + x));
      int sum = 0, most = 0;
      for (std::size_t i = at; i < at + 3; ++i) {
        const int off = std::abs(a.rgb[i] - b.rgb[i]);
        sum += off;
        most = std::max(most, off);
      }
      sums[static_cast<std::size_t>(y / tile * columns + x / tile)] += sum;
      found.mean += sum;
      found.far_off += most > far ? 1 : 0;
    }
  }
  const double pixels = static_cast<double>(a.width) * a.height;
  found.mean /= 3 * pixels;
  found.far_off /= pixels;
  found.worst = *std::max_element(sums.begin(), sums.end()) / (3.0 * tile * tile);
  return found;
}

}  // namespace pehchan
