#pragma once
#include <vector>

namespace pehchan {

/// A picture in grey, 0 black to 255 white.
struct GreyPicture {
  int width = 0, height = 0;          ///< px
  std::vector<unsigned char> pixels;  ///< row by row, no padding
};

}  // namespace pehchan
