#include "sheet/impose.h"

#include <algorithm>
#include <cmath>

namespace pehchan {
namespace {

/// A line of 5 pt with all that may stand above and hang below it.
constexpr Mm slug_height{2.5};
/// So wide that what tells a sheet from others always fits.
constexpr Mm least_slug_width{40};
constexpr Mm from_bleed{0.3};
constexpr Mm from_marks{1};

constexpr Mm size_tolerance{0.01};

bool is_same(const Size& a, const Size& b) {
  return std::abs((a.width - b.width).value) < size_tolerance.value &&
         std::abs((a.height - b.height).value) < size_tolerance.value;
}

/// How a thing turned so lies when one looks at it from behind, the paper flipped over an upright edge (the long one)
/// or a lying one. Its top edge stays where it is on the paper.
Turn from_behind(Turn front, Duplex duplex) {
  const bool is_across = front == Turn::quarter || front == Turn::three_quarters;
  if (duplex == Duplex::short_edge) return is_across ? front : front == Turn::none ? Turn::half : Turn::none;
  return is_across ? undone(front) : front;
}

Slot front_slot(const SheetFormat& f, Turn turn, int column, int row) {
  const Mm x = f.first.x + column * (f.card.width + f.gutter);
  const Mm y = f.first.y + row * (f.card.height + f.gutter);
  return {{x, y, f.card.width, f.card.height},
          {column == 0 ? f.outer_bleed : f.inner_bleed, row == 0 ? f.outer_bleed : f.inner_bleed,
           column == f.columns - 1 ? f.outer_bleed : f.inner_bleed, row == f.rows - 1 ? f.outer_bleed : f.inner_bleed},
          turn};
}

Slot back_slot(const SheetFormat& f, const Slot& front) {
  Slot back = front;
  back.turn = from_behind(front.turn, f.duplex);
  if (f.duplex == Duplex::short_edge) {
    back.trim.y = f.paper.height - front.trim.bottom();
    back.bleed = {front.bleed.left, front.bleed.bottom, front.bleed.right, front.bleed.top};
  } else {
    back.trim.x = f.paper.width - front.trim.right();
    back.bleed = {front.bleed.right, front.bleed.top, front.bleed.left, front.bleed.bottom};
  }
  return back;
}

/// The trims of all slots together.
Rect block_of(const std::vector<Slot>& slots) {
  Rect block = slots.front().trim;
  for (const Slot& s : slots) {
    const Mm right = std::max(block.right(), s.trim.right()), bottom = std::max(block.bottom(), s.trim.bottom());
    block.x = std::min(block.x, s.trim.x);
    block.y = std::min(block.y, s.trim.y);
    block.width = right - block.x;
    block.height = bottom - block.y;
  }
  return block;
}

/// Over the left column, between its crop marks; under it where there is no room above.
std::optional<Rect> slug_beside(const SheetFormat& f, const std::vector<Slot>& slots) {
  const Rect printable = grown(Rect{{}, {}, f.paper.width, f.paper.height}, -f.margin);
  const Rect block = block_of(slots);
  const Rect above{block.x + from_marks, block.y - f.outer_bleed - from_bleed - slug_height,
                   f.card.width - 2 * from_marks, slug_height};
  Rect below = above;
  below.y = block.bottom() + f.outer_bleed + from_bleed;
  if (above.width < least_slug_width) return std::nullopt;
  for (const Rect& room : {above, below})
    if (contains(printable, room)) return room;
  return std::nullopt;
}

std::vector<MarkLine> marks_around(const SheetFormat& f, const std::vector<Slot>& slots) {
  std::vector<MarkLine> marks;
  if (f.mark_length <= 0_mm) return marks;
  const Rect block = block_of(slots);
  const auto vertical = [&](Mm x) {
    marks.push_back({{x, block.y - f.mark_offset}, {x, block.y - f.mark_offset - f.mark_length}});
    marks.push_back({{x, block.bottom() + f.mark_offset}, {x, block.bottom() + f.mark_offset + f.mark_length}});
  };
  const auto horizontal = [&](Mm y) {
    marks.push_back({{block.x - f.mark_offset, y}, {block.x - f.mark_offset - f.mark_length, y}});
    marks.push_back({{block.right() + f.mark_offset, y}, {block.right() + f.mark_offset + f.mark_length, y}});
  };
  for (int column = 0; column < f.columns; ++column) {
    const Rect& trim = slots[static_cast<std::size_t>(column)].trim;
    vertical(trim.x);
    vertical(trim.right());
  }
  for (int row = 0; row < f.rows; ++row) {
    const Rect& trim = slots[static_cast<std::size_t>(row * f.columns)].trim;
    horizontal(trim.y);
    horizontal(trim.bottom());
  }
  return marks;
}

}  // namespace

std::optional<Turn> turn_to_fit(const SheetFormat& format, const Size& card) {
  if (is_same(card, format.card)) return Turn::none;
  if (is_same({card.height, card.width}, format.card)) return Turn::quarter;
  return std::nullopt;
}

Imposition impose(const SheetFormat& format, Turn fronts) {
  Imposition imposition;
  for (int row = 0; row < format.rows; ++row)
    for (int column = 0; column < format.columns; ++column)
      imposition.front.slots.push_back(front_slot(format, fronts, column, row));
  for (const Slot& front : imposition.front.slots) imposition.back.slots.push_back(back_slot(format, front));
  for (ImposedSide* side : {&imposition.front, &imposition.back}) {
    side->crop_marks = marks_around(format, side->slots);
    side->slug = slug_beside(format, side->slots);
  }
  return imposition;
}

}  // namespace pehchan
