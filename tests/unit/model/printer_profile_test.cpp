#include "model/printer_profile.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

const Size a4{{210}, {297}};
const Misalignment some{
    .right = {1.2}, .down = {-0.7}, .scale_across = 1.004, .scale_down = 0.997, .turn_across = 0.4, .turn_down = -0.3};

void expect_near(const Point& a, const Point& b) {
  EXPECT_NEAR(a.x.value, b.x.value, 1e-9);
  EXPECT_NEAR(a.y.value, b.y.value, 1e-9);
}

TEST(PrinterProfile, TheMiddleOfTheSheetMovesByTheOffsetAlone) {
  const Point middle{a4.width / 2, a4.height / 2};
  expect_near(mapped(map_of(some, a4), middle), {middle.x + some.right, middle.y + some.down});
}

TEST(PrinterProfile, ATurnIsClockwiseAsOneLooksAtTheSheet) {
  const PaperMap map = map_of({.right = {}, .down = {}, .turn_across = 1, .turn_down = 1}, a4);
  EXPECT_GT(mapped(map, {a4.width, a4.height / 2}).y, a4.height / 2) << "the right end of a level line goes down";
  EXPECT_GT(mapped(map, {a4.width / 2, {}}).x, a4.width / 2) << "the top end of an upright line goes right";
}

TEST(PrinterProfile, IsWhatItsMapSays) {
  const Misalignment again = misalignment_of(map_of(some, a4), a4);
  EXPECT_NEAR(again.right.value, some.right.value, 1e-9);
  EXPECT_NEAR(again.down.value, some.down.value, 1e-9);
  EXPECT_NEAR(again.scale_across, some.scale_across, 1e-12);
  EXPECT_NEAR(again.scale_down, some.scale_down, 1e-12);
  EXPECT_NEAR(again.turn_across, some.turn_across, 1e-9);
  EXPECT_NEAR(again.turn_down, some.turn_down, 1e-9);
}

TEST(PrinterProfile, WhatIsUndoneFirstComesOutWhereItShould) {
  const PaperMap out = map_of(some, a4), undone = inverse_of(out);
  for (const Point& p : {Point{}, Point{{210}, {}}, Point{{33}, {250}}}) expect_near(mapped(out, mapped(undone, p)), p);
}

TEST(PrinterProfile, ABackTurnedOverTheOtherEdgeIsMovedTheOtherWay) {
  PrinterProfile profile{.name = "office", .tray = "main", .paper = a4, .front = {}, .back = some};
  EXPECT_EQ(profile.side(CardSide::back, Duplex::long_edge), some);
  const Misalignment turned = profile.side(CardSide::back, Duplex::short_edge);
  EXPECT_EQ(turned.right, -some.right);
  EXPECT_EQ(turned.down, -some.down);
  EXPECT_EQ(turned.turn_across, some.turn_across);
  EXPECT_EQ(profile.side(CardSide::back, Duplex::none), profile.front) << "printed as a sheet of its own";
  // A sheet turned by half before and after it is printed comes out with just that.
  const PaperMap half{-1, 0, 0, -1, a4.width.value, a4.height.value};
  const Point p{{30}, {40}};
  expect_near(mapped(half, mapped(map_of(some, a4), mapped(half, p))), mapped(map_of(turned, a4), p));
}

TEST(PrinterProfile, WhatNoPageCanUndoIsBeyondTheLimits) {
  EXPECT_TRUE(is_within_limits(some));
  EXPECT_TRUE(is_within_limits({.right = {10}, .down = {-10}, .scale_across = 1.02, .scale_down = 0.98}));
  EXPECT_FALSE(is_within_limits({.right = {10.1}, .down = {}}));
  EXPECT_FALSE(is_within_limits({.right = {}, .down = {}, .scale_down = 0.97}));
  EXPECT_FALSE(is_within_limits({.right = {}, .down = {}, .turn_across = 1.6}));
}

}  // namespace
}  // namespace pehchan
