#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan {

/// How far a thing is turned, clockwise as one looks at it: a quarter puts its top edge on the right.
enum class Turn { none, quarter, half, three_quarters };

/// What puts a thing turned so upright again.
constexpr Turn undone(Turn turn) {
  if (turn == Turn::quarter) return Turn::three_quarters;
  return turn == Turn::three_quarters ? Turn::quarter : turn;
}

/// A card's place on one side of a sheet, from the paper's top left corner.
struct Slot {
  Rect trim;
  Insets bleed;            ///< how far the artwork may run beyond the trim: sides of the paper, however the card lies
  Turn turn = Turn::none;  ///< how the card lies in it
};

/// Where a box of the card, from its trimmed top left corner, lies on the sheet.
constexpr Rect on_sheet(const Slot& slot, const Rect& box) {
  const Rect& trim = slot.trim;
  switch (slot.turn) {
    case Turn::quarter:
      return {trim.right() - box.bottom(), trim.y + box.x, box.height, box.width};
    case Turn::half:
      return {trim.right() - box.right(), trim.bottom() - box.bottom(), box.width, box.height};
    case Turn::three_quarters:
      return {trim.x + box.y, trim.bottom() - box.right(), box.height, box.width};
    case Turn::none:
      break;
  }
  return moved(box, trim.x, trim.y);
}

struct MarkLine {
  Point from, to;
};

/// From the middle of a registration mark to the end of its cross.
inline constexpr Mm registration_reach{2.5};

/// One side of a sheet: slot i of the front and slot i of the back are the same card.
struct ImposedSide {
  std::vector<Slot> slots;
  std::vector<MarkLine> crop_marks;
  std::optional<Rect> slug = {};         ///< room for a line that tells sheets apart; nothing where the format has none
  std::vector<Point> registration = {};  ///< the middle of each registration mark
  std::optional<Rect> colour_bar = {};
  std::optional<Rect> sheet_code = {};  ///< room for a barcode of the sheet's number, with its quiet zone
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
