#pragma once
#include <opencv2/core/mat.hpp>
#include <string>

namespace pehchan {

/// A HEIC as phones write it: one coded tile, used `columns` × `rows` times, and around it what a test wants otherwise.
struct HeicGrid {
  int columns = 2, rows = 2;
  int tile = 128;             ///< px along each side of a tile, 64 or more
  int coded_tile = 128;       ///< what the bitstream says; another value is a lie of the file
  int claimed_width = 0;      ///< what the grid itself says of its width; 0: the truth
  int quarter_turns = 0;      ///< irot, counter-clockwise
  int primaries = 1;          ///< nclx, with the curve of sRGB
  int pictures_per_item = 1;  ///< how often the tile's slices are repeated inside its item
  std::string kind = "hvc1";  ///< of the tiles
};

/// The tile is drawn_picture(coded_tile, coded_tile).
std::string heic_of_grid(const HeicGrid& grid);

}  // namespace pehchan
