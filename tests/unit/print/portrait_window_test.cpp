#include "print/portrait_window.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pehchan {
namespace {

PortraitElement portrait(PortraitShape shape, Mm radius, Mm border) {
  PortraitElement element;
  element.box = {3_mm, 17_mm, 25_mm, 32_mm};
  element.shape = shape, element.radius = radius, element.border = border;
  return element;
}

/// A row of the grid as it is seen: "#" where a cell counts.
std::string row(const PortraitWindow& window, int row) {
  std::string seen;
  for (int column = 0; column < LuminanceGrid::columns; ++column)
    seen += window.shows[static_cast<std::size_t>(row * LuminanceGrid::columns + column)] ? '#' : '.';
  return seen;
}

TEST(PortraitWindow, OfARectangleShowsAll) {
  const PortraitWindow window(portrait(PortraitShape::rectangle, {}, {}));
  for (int i = 0; i < LuminanceGrid::rows; ++i) EXPECT_EQ(row(window, i), "##########") << i;
}

TEST(PortraitWindow, OfRoundCornersShowsNoCorners) {
  const PortraitWindow window(portrait(PortraitShape::rounded, 1.8_mm, {}));
  EXPECT_EQ(row(window, 0), ".########.");
  EXPECT_EQ(row(window, 1), "##########");
  EXPECT_EQ(row(window, 11), ".########.");
}

TEST(PortraitWindow, OfABorderShowsNoCellThatItReaches) {
  const PortraitWindow window(portrait(PortraitShape::rectangle, {}, 0.5_mm));
  EXPECT_EQ(row(window, 0), "..........");
  EXPECT_EQ(row(window, 1), ".########.");
}

TEST(PortraitWindow, OfACircleShowsWhatLiesWithin) {
  const PortraitWindow window(portrait(PortraitShape::circle, {}, {}));
  EXPECT_EQ(row(window, 0), "..........");
  EXPECT_EQ(row(window, 1), "..........") << "above the circle, which ends 3.5 mm under the box's top";
  EXPECT_EQ(row(window, 2), "...####...");
  EXPECT_EQ(row(window, 5), ".########.");
  EXPECT_EQ(row(window, 11), "..........");
}

TEST(PortraitWindow, DiffersOnlyByWhatItShows) {
  const PortraitWindow window(portrait(PortraitShape::circle, {}, 1_mm));
  LuminanceGrid a, b;
  for (std::size_t i = 0; i < b.cells.size(); ++i) b.cells[i] = window.shows[i] ? 0 : 255;
  EXPECT_EQ(window.difference(a, b), 0);
  for (std::size_t i = 0; i < b.cells.size(); ++i) b.cells[i] = window.shows[i] ? 20 : 0;
  EXPECT_EQ(window.difference(a, b), 20);
}

TEST(PortraitWindow, ThatShowsNothingIsNobodys) {
  const PortraitWindow window(portrait(PortraitShape::rectangle, {}, 12.5_mm));
  EXPECT_EQ(window.difference({}, {}), 255);
}

}  // namespace
}  // namespace pehchan
