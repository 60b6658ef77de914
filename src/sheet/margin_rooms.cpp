#include "sheet/margin_rooms.h"

#include <algorithm>

#include "sheet/marks.h"

namespace pehchan {
namespace {

/// A line of 5 pt with all that may stand above and hang below it.
constexpr Mm slug_height{2.5};
/// So wide that what tells a sheet from others always fits.
constexpr Mm least_slug_width{40};
constexpr Mm from_bleed{0.3};
constexpr Mm from_marks{1};
/// A scanner held by hand needs so much.
constexpr Mm least_code_height{5}, most_code_height{6};
constexpr Mm code_width{58};
constexpr Size bar{60_mm, 4_mm};

/// A room of this height over the cards, or else under them, from `x` on.
std::optional<Rect> over_or_under(const SheetFormat& f, const Rect& block, Mm x, Size room) {
  const Rect above{x, block.y - f.outer_bleed - from_bleed - room.height, room.width, room.height};
  Rect below = above;
  below.y = block.bottom() + f.outer_bleed + from_bleed;
  for (const Rect& one : {above, below})
    if (contains(f.printable(), one)) return one;
  return std::nullopt;
}

}  // namespace

std::optional<Rect> slug_room(const SheetFormat& f, const std::vector<Slot>& slots) {
  const Mm width = f.card.width - 2 * from_marks;
  if (width < least_slug_width || f.sides == Sides::in_place) return std::nullopt;
  const Rect block = block_of(slots);
  return over_or_under(f, block, block.x + from_marks, {width, slug_height});
}

std::optional<Rect> sheet_code_room(const SheetFormat& f, const std::vector<Slot>& slots) {
  const Rect block = block_of(slots);
  const bool is_beside_slug = block.width >= 2 * f.card.width;
  if (!f.has_sheet_code || !is_beside_slug || f.card.width - 2 * from_marks < code_width) return std::nullopt;
  const Mm x = block.right() - f.card.width / 2 - code_width / 2;
  for (const Mm height : {most_code_height, least_code_height})
    if (const auto room = over_or_under(f, block, x, {code_width, height})) return room;
  return std::nullopt;
}

std::optional<Rect> colour_bar_room(const SheetFormat& f, const std::vector<Slot>& slots) {
  const Rect block = block_of(slots);
  const Rect room{block.x + from_marks,
                  block.bottom() + std::max(f.outer_bleed, f.mark_offset + f.mark_length) + from_marks, bar.width,
                  bar.height};
  const bool is_clear = room.right() < block.centre().x - registration_reach;
  if (!f.has_colour_bar || !is_clear || !contains(f.printable(), room)) return std::nullopt;
  return room;
}

}  // namespace pehchan
