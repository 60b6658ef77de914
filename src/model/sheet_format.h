#pragma once
#include <string>

#include "base/geometry.h"

namespace pehchan {

enum class Duplex { none, long_edge, short_edge };

/// How cards lie on a sheet of paper, front side up.
struct SheetFormat {
  std::string name;
  Size paper;
  Size card;
  int columns = 0, rows = 0;
  Point first;     ///< trimmed top left corner of the top left card
  Mm gutter;       ///< between the trims of neighbours
  Mm inner_bleed;  ///< towards a neighbour; at most half a gutter
  Mm outer_bleed;  ///< towards the margin
  Mm margin;       ///< the printer cannot print nearer to the edge
  Mm mark_length;  ///< crop marks; 0: none
  Mm mark_offset;  ///< from the trim to the near end of a mark
  Duplex duplex = Duplex::long_edge;

  int cards_per_sheet() const { return columns * rows; }
};

}  // namespace pehchan
