#pragma once
#include <array>
#include <cstdint>
#include <string>

namespace pehchan {

/// Where a detector found a face, in pixels of the upright picture, from the top left.
struct FaceBox {
  double x = 0, y = 0, width = 0, height = 0;
  double score = 0;  ///< the detector's own scale
};

/// Mean luminance (0 black to 255) of a grid laid over the portrait, row by row from the top left. It tells portraits
/// apart well enough to prove that a printed window shows this person's picture and no other's.
struct LuminanceGrid {
  static constexpr int columns = 10, rows = 12;
  std::array<std::uint8_t, static_cast<std::size_t>(columns* rows)> cells{};
  bool operator==(const LuminanceGrid&) const = default;
};

/// The finished crop of one member's photo: an RGB JPEG that goes into the PDF byte for byte.
struct Portrait {
  std::string jpeg;
  int width = 0, height = 0;  ///< px
  LuminanceGrid luminance;
  std::string source_sha256 = {};  ///< of the photo's file it was made from
};

}  // namespace pehchan
