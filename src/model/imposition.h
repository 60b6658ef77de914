#pragma once
#include <cstddef>
#include <optional>
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

/// Where a box of the card, from its trimmed top left corner, lies on the sheet.
constexpr Rect on_sheet(const Slot& slot, const Rect& box) {
  if (slot.turned) return {slot.trim.right() - box.right(), slot.trim.bottom() - box.bottom(), box.width, box.height};
  return moved(box, slot.trim.x, slot.trim.y);
}

struct MarkLine {
  Point from, to;
};

/// One side of a sheet: slot i of the front and slot i of the back are the same card.
struct ImposedSide {
  std::vector<Slot> slots;
  std::vector<MarkLine> crop_marks;
  std::optional<Rect> slug;  ///< room for a line that tells sheets apart; nothing where the format has none
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
