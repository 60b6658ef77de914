#include <gtest/gtest.h>

#include "draw/canvas.h"
#include "draw/drawn_page.h"

namespace pehchan {
namespace {

constexpr unsigned white = 0xFFFFFF, green = 0x00A000, blue = 0x0000FF;

/// A green portrait in a box of 20 × 24 mm from 5, 3 mm.
DrawnPage drawn(PortraitShape shape, Mm radius, Mm border) {
  const Portrait portrait{jpeg_of(100, 120, [](int, int) { return 0x00A000U; }), 100, 120, {}};
  return DrawnPage({30_mm, 30_mm}, [&](cairo_t* cairo) {
    draw_portrait(cairo, {portrait, {5_mm, 3_mm, 20_mm, 24_mm}, radius, shape, border, {0, 0, 1}});
  });
}

TEST(DrawPortrait, OfARectangleFillsItsCorners) {
  const DrawnPage seen = drawn(PortraitShape::rectangle, {}, {});
  EXPECT_TRUE(is_near(seen.at(5.1, 3.1), green));
  EXPECT_TRUE(is_near(seen.at(24.9, 26.9), green));
  EXPECT_EQ(seen.at(15, 2.9), white);
}

TEST(DrawPortrait, OfARoundedShapeHasItsCornersCutOff) {
  const DrawnPage seen = drawn(PortraitShape::rounded, 4_mm, {});
  EXPECT_EQ(seen.at(5.5, 3.5), white);
  EXPECT_TRUE(is_near(seen.at(7, 5), green));
}

TEST(DrawPortrait, OfACircleIsTheLargestThatTheBoxHoldsInItsMiddle) {
  const DrawnPage seen = drawn(PortraitShape::circle, {}, {});
  EXPECT_TRUE(is_near(seen.at(5.1, 15), green));
  EXPECT_TRUE(is_near(seen.at(24.9, 15), green));
  EXPECT_TRUE(is_near(seen.at(15, 5.1), green));
  EXPECT_EQ(seen.at(15, 4.9), white) << "above the circle";
  EXPECT_EQ(seen.at(15, 25.1), white) << "below the circle";
  EXPECT_EQ(seen.at(7.5, 7.5), white);
}

TEST(DrawPortrait, HasItsBorderInsideTheEdge) {
  const DrawnPage circle = drawn(PortraitShape::circle, {}, 1_mm);
  EXPECT_EQ(circle.at(5.5, 15), blue);
  EXPECT_EQ(circle.at(15, 5.5), blue);
  EXPECT_TRUE(is_near(circle.at(6.1, 15), green));
  EXPECT_EQ(circle.at(4.9, 15), white);
  const DrawnPage rectangle = drawn(PortraitShape::rectangle, {}, 1_mm);
  EXPECT_EQ(rectangle.at(5.1, 3.1), blue);
  EXPECT_TRUE(is_near(rectangle.at(6.1, 4.1), green));
}

}  // namespace
}  // namespace pehchan
