#pragma once
#include <vector>

#include "base/geometry.h"

namespace pehchan {

/// A card's place on one side of a sheet, from the paper's top left corner.
struct Slot {
  Rect trim;
  Insets bleed;         ///< how far the artwork may run beyond the trim, side by side
  bool turned = false;  ///< by 180°, for backs that flip over the short edge
};

struct MarkLine {
  Point from, to;
};

/// One side of a sheet: slot i of the front and slot i of the back are the same card.
struct ImposedSide {
  std::vector<Slot> slots;
  std::vector<MarkLine> crop_marks;
};

struct Imposition {
  ImposedSide front, back;
};

}  // namespace pehchan
