#include "sheet/impose.h"

#include <cmath>

#include "sheet/margin_rooms.h"
#include "sheet/marks.h"

namespace pehchan {
namespace {

constexpr Mm size_tolerance{0.01};

bool is_same(const Size& a, const Size& b) {
  return std::abs((a.width - b.width).value) < size_tolerance.value &&
         std::abs((a.height - b.height).value) < size_tolerance.value;
}

/// How a thing turned so lies when one looks at it from behind, the paper flipped over an upright edge (sideways) or a
/// lying one. Its top edge stays where it is on the paper.
Turn from_behind(Turn front, bool is_sideways) {
  const bool is_across = front == Turn::quarter || front == Turn::three_quarters;
  if (!is_sideways) return is_across ? front : front == Turn::none ? Turn::half : Turn::none;
  return is_across ? undone(front) : front;
}

Slot grid_slot(const SheetFormat& f, Turn turn, int column, int row) {
  const Mm x = f.first.x + column * (f.card.width + f.gutter.width);
  const Mm y = f.first.y + row * (f.card.height + f.gutter.height);
  return {{x, y, f.card.width, f.card.height},
          {column == 0 ? f.outer_bleed : f.inner_bleed, row == 0 ? f.outer_bleed : f.inner_bleed,
           column == f.columns - 1 ? f.outer_bleed : f.inner_bleed, row == f.rows - 1 ? f.outer_bleed : f.inner_bleed},
          turn};
}

std::vector<Slot> front_slots(const SheetFormat& f, Turn turn) {
  std::vector<Slot> slots;
  const Insets bleed{f.outer_bleed, f.outer_bleed, f.outer_bleed, f.outer_bleed};
  for (const Point& place : f.places) slots.push_back({{place.x, place.y, f.card.width, f.card.height}, bleed, turn});
  const int columns = f.sides == Sides::both_up ? f.columns / 2 : f.columns;
  if (f.places.empty())
    for (int row = 0; row < f.rows; ++row)
      for (int column = 0; column < columns; ++column) slots.push_back(grid_slot(f, turn, column, row));
  return slots;
}

Slot back_slot(const SheetFormat& f, const Slot& front) {
  if (f.sides == Sides::in_place) return front;
  const bool is_sideways = f.sides == Sides::both_up || flips_sideways(f.paper, f.duplex);
  Slot back = front;
  back.turn = from_behind(front.turn, is_sideways);
  if (is_sideways) {
    back.trim.x = f.paper.width - front.trim.right();
    back.bleed = {front.bleed.right, front.bleed.top, front.bleed.left, front.bleed.bottom};
  } else {
    back.trim.y = f.paper.height - front.trim.bottom();
    back.bleed = {front.bleed.left, front.bleed.bottom, front.bleed.right, front.bleed.top};
  }
  return back;
}

/// What lies in the margins around these cards.
void furnish(const SheetFormat& format, const std::vector<Slot>& slots, ImposedSide& side) {
  side.crop_marks = crop_marks(format, slots);
  side.registration = registration_marks(format, slots);
  side.slug = slug_room(format, slots);
  side.sheet_code = sheet_code_room(format, slots);
  side.colour_bar = colour_bar_room(format, slots);
}

}  // namespace

std::optional<Turn> turn_to_fit(const SheetFormat& format, const Size& card) {
  if (is_same(card, format.card)) return Turn::none;
  if (is_same({card.height, card.width}, format.card)) return Turn::quarter;
  return std::nullopt;
}

Imposition impose(const SheetFormat& format, Turn fronts) {
  Imposition imposition;
  imposition.front.slots = front_slots(format, fronts);
  for (const Slot& front : imposition.front.slots) imposition.back.slots.push_back(back_slot(format, front));
  if (format.sides == Sides::both_up) {
    std::vector<Slot> all = imposition.front.slots;
    all.insert(all.end(), imposition.back.slots.begin(), imposition.back.slots.end());
    furnish(format, all, imposition.front);
  } else {
    furnish(format, imposition.front.slots, imposition.front);
    furnish(format, imposition.back.slots, imposition.back);
  }
  return imposition;
}

}  // namespace pehchan
