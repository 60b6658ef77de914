#pragma once
#include <cstddef>
#include <vector>

namespace pehchan {

/// A picture in colour, 8 bits each of red, green and blue.
struct RgbPicture {
  int width = 0, height = 0;          ///< px
  std::vector<unsigned char> pixels;  ///< row by row, no padding

  std::size_t row_bytes() const { return static_cast<std::size_t>(width) * 3; }
};

}  // namespace pehchan
