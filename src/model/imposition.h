#pragma once
#include <cstddef>
#include <vector>

#include "base/geometry.h"
#include "model/card_template.h"

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

  const ImposedSide& side(CardSide s) const { return s == CardSide::front ? front : back; }
};

/// Sheets needed for `cards`.
constexpr std::size_t sheets_for(std::size_t cards, std::size_t per_sheet) {
  return (cards + per_sheet - 1) / per_sheet;
}

}  // namespace pehchan
