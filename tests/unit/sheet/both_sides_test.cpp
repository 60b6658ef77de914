// Of every shipped format and every typed kind: what the hand does with the paper brings each back behind its front.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "sheet/find_format.h"
#include "sheet/impose.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

std::vector<SheetFormat> formats() {
  auto formats = shipped_formats(PEHCHAN_SOURCE);
  for (const char* typed :
       {"2x5@210x297", "2x5@210x297,duplex=short-edge", "3x3@297x210", "3x3@297x210,duplex=short-edge",
        "2x5@210x297,sides=both-up", "4x7@420x450,sides=both-up,gutter=3", "2x5@210x297,sides=separate",
        "3x7@320x450,sides=separate,duplex=short-edge", "1x1@86x54,gutter=0,bleed=0,margin=0,sides=in-place"})
    formats.push_back(find_sheet_format(typed, PEHCHAN_SOURCE).format);
  return formats;
}

/// Where a point that is printed on the page of the backs shows when one looks at the fronts through the paper.
std::function<Point(Point)> seen_through(const SheetFormat& f) {
  const Mm width = f.paper.width, height = f.paper.height;
  const auto sideways = [=](Point p) { return Point{width - p.x, p.y}; };
  const auto over = [=](Point p) { return Point{p.x, height - p.y}; };
  // A sheet folded down its middle, right half behind; a sheet turned over an upright edge; over a lying one.
  if (f.sides == Sides::both_up) return sideways;
  const bool edge_is_upright = (f.duplex == Duplex::long_edge) == (height >= width);
  return edge_is_upright ? std::function<Point(Point)>(sideways) : std::function<Point(Point)>(over);
}

/// A corner of the card as it lies in a slot.
Point corner(const Slot& slot, bool is_right, bool is_bottom) {
  const bool is_across = slot.turn == Turn::quarter || slot.turn == Turn::three_quarters;
  const Mm width = is_across ? slot.trim.height : slot.trim.width,
           height = is_across ? slot.trim.width : slot.trim.height;
  const Rect at = on_sheet(slot, {is_right ? width : 0_mm, is_bottom ? height : 0_mm, {}, {}});
  return {at.x, at.y};
}

TEST(BothSides, EachFrontHasItsOwnBackBehindItUprightWhenTheCardIsTurnedLikeAPage) {
  for (const SheetFormat& format : formats())
    for (const Turn turn : {Turn::none, Turn::quarter}) {
      SCOPED_TRACE(format.name);
      const Imposition imposition = impose(format, turn);
      ASSERT_EQ(imposition.front.slots.size(), static_cast<std::size_t>(format.cards_per_sheet()));
      ASSERT_EQ(imposition.back.slots.size(), imposition.front.slots.size());
      for (std::size_t i = 0; i < imposition.front.slots.size(); ++i) {
        const Slot &front = imposition.front.slots[i], &back = imposition.back.slots[i];
        for (const bool is_right : {false, true})
          for (const bool is_bottom : {false, true}) {
            // Turned over in place, the card itself moves: the hand turns it about its own upright axis.
            const bool is_in_place = format.sides == Sides::in_place;
            const Point seen = is_in_place ? corner(back, is_right, is_bottom)
                                           : seen_through(format)(corner(back, !is_right, is_bottom));
            const Point own = corner(front, is_right, is_bottom);
            EXPECT_NEAR(seen.x.value, own.x.value, 0.011);
            EXPECT_NEAR(seen.y.value, own.y.value, 0.011);
          }
      }
    }
}

TEST(BothSides, NothingIsOutsideWhatThePrinterReaches) {
  for (const SheetFormat& format : formats()) {
    SCOPED_TRACE(format.name);
    const Imposition imposition = impose(format);
    for (const ImposedSide* side : {&imposition.front, &imposition.back}) {
      for (const Slot& slot : side->slots)
        EXPECT_TRUE(contains(format.printable(), grown(slot.trim, slot.bleed), 0.011_mm));
      for (const MarkLine& mark : side->crop_marks)
        for (const Point& p : {mark.from, mark.to})
          EXPECT_TRUE(contains(format.printable(), {p.x, p.y, {}, {}}, 0.011_mm));
      for (const Point& p : side->registration)
        EXPECT_TRUE(contains(format.printable(), grown(Rect{p.x, p.y, {}, {}}, registration_reach)));
      for (const auto& room : {side->slug, side->sheet_code, side->colour_bar})
        EXPECT_TRUE(!room || contains(format.printable(), *room));
    }
  }
}

TEST(BothSides, WhatIsInTheMarginTouchesNoBleedAndNothingElseInTheMargin) {
  for (const SheetFormat& format : formats()) {
    SCOPED_TRACE(format.name);
    const Imposition imposition = impose(format);
    const ImposedSide& side = imposition.front;
    std::vector<Rect> rooms;
    for (const auto& room : {side.slug, side.sheet_code, side.colour_bar})
      if (room) rooms.push_back(*room);
    for (const Point& p : side.registration) rooms.push_back(grown(Rect{p.x, p.y, {}, {}}, registration_reach));
    std::vector<Slot> slots = side.slots;
    if (format.sides == Sides::both_up)
      slots.insert(slots.end(), imposition.back.slots.begin(), imposition.back.slots.end());
    for (std::size_t i = 0; i < rooms.size(); ++i) {
      for (const Slot& slot : slots) EXPECT_FALSE(overlap(rooms[i], grown(slot.trim, slot.bleed)));
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(rooms[i], rooms[j])) << i << ' ' << j;
    }
    for (const MarkLine& mark : side.crop_marks) {
      const Mm x = std::min(mark.from.x, mark.to.x), y = std::min(mark.from.y, mark.to.y);
      const Rect line =
          grown(Rect{x, y, std::max(mark.from.x, mark.to.x) - x, std::max(mark.from.y, mark.to.y) - y}, 0.04_mm);
      for (const Slot& slot : slots) EXPECT_FALSE(overlap(line, grown(slot.trim, slot.bleed), 0.05_mm));
      for (const Rect& room : rooms) EXPECT_FALSE(overlap(line, room));
    }
  }
}

// The guillotine first cuts down the middle of the gutters; each strip still has marks for its own cuts.
TEST(BothSides, InnerMarksSurviveTheFirstCut) {
  for (const SheetFormat& format : formats()) {
    if (!format.has_inner_marks) continue;
    SCOPED_TRACE(format.name);
    const ImposedSide side = impose(format).front;
    const Slot& second = side.slots[1];
    const Mm cut = second.trim.x - format.gutter.width / 2;
    for (const Mm y : {second.trim.y, second.trim.bottom()}) {
      const auto is_on_both = [&](const MarkLine& mark) {
        return mark.from.y == y && mark.to.y == y && std::min(mark.from.x, mark.to.x) < cut - 0.2_mm &&
               std::max(mark.from.x, mark.to.x) > cut + 0.2_mm;
      };
      EXPECT_TRUE(std::ranges::any_of(side.crop_marks, is_on_both));
    }
  }
}

}  // namespace
}  // namespace pehchan
