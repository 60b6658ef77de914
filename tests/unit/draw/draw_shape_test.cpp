#include "draw/draw_shape.h"

#include <gtest/gtest.h>

#include "draw/canvas.h"
#include "draw/drawn_page.h"

namespace pehchan {
namespace {

constexpr unsigned white = 0xFFFFFF, red = 0xFF0000, blue = 0x0000FF, black = 0x000000;
constexpr Colour red_ink{1, 0, 0}, blue_ink{0, 0, 1};
constexpr Size page{30_mm, 20_mm};

DrawnPage drawn(const DrawnRectangle& rectangle) {
  return DrawnPage(page, [&](cairo_t* cairo) { draw_rectangle(cairo, rectangle); });
}

TEST(DrawRectangle, FillsItsBoxAndNoMore) {
  const DrawnPage seen = drawn({{5_mm, 4_mm, 20_mm, 10_mm}, {}, red_ink, {}, {}});
  EXPECT_EQ(seen.at(5.1, 4.1), red);
  EXPECT_EQ(seen.at(24.9, 13.9), red);
  EXPECT_EQ(seen.at(4.9, 8), white);
  EXPECT_EQ(seen.at(15, 14.1), white);
}

TEST(DrawRectangle, HasItsBorderInsideItsEdge) {
  const DrawnPage seen = drawn({{5_mm, 4_mm, 20_mm, 10_mm}, {}, red_ink, 1_mm, blue_ink});
  for (const auto& [x, y] : {std::pair{5.1, 9.0}, {5.9, 9.0}, {24.1, 9.0}, {15.0, 4.1}, {15.0, 13.9}, {5.1, 4.1}})
    EXPECT_EQ(seen.at(x, y), blue) << x << ' ' << y;
  EXPECT_EQ(seen.at(6.1, 5.1), red);
  EXPECT_EQ(seen.at(4.9, 9), white);
  EXPECT_EQ(seen.at(25.1, 9), white);
}

TEST(DrawRectangle, WithoutAFillShowsWhatLiesBeneath) {
  const DrawnPage seen = drawn({{5_mm, 4_mm, 20_mm, 10_mm}, 2_mm, {}, 1_mm, blue_ink});
  EXPECT_EQ(seen.at(15, 9), white);
  EXPECT_EQ(seen.at(15, 4.5), blue);
}

TEST(DrawRectangle, RoundsItsCornersInsideAndOutside) {
  const DrawnPage seen = drawn({{5_mm, 4_mm, 20_mm, 10_mm}, 3_mm, red_ink, 1_mm, blue_ink});
  EXPECT_EQ(seen.at(5.5, 4.5), white) << "cut off";
  EXPECT_EQ(seen.at(6.2, 5.2), blue) << "along the arc";
  EXPECT_EQ(seen.at(7.2, 6.2), red) << "within the smaller arc";
  EXPECT_EQ(seen.at(24.5, 13.5), white);
}

TEST(DrawRectangle, IsAllBorderWhenTheBorderIsThicker) {
  const DrawnPage seen = drawn({{5_mm, 4_mm, 20_mm, 10_mm}, {}, red_ink, 30_mm, blue_ink});
  EXPECT_EQ(seen.at(15, 9), blue);
  EXPECT_EQ(seen.at(5.1, 4.1), blue);
  EXPECT_EQ(seen.at(15, 14.1), white);
}

TEST(DrawLine, IsAsWideAsToldAndEndsWhereItIsTold) {
  const DrawnPage seen(page, [](cairo_t* cairo) { draw_line(cairo, {{5_mm, 10_mm}, {25_mm, 10_mm}, 2_mm, red_ink}); });
  EXPECT_EQ(seen.at(5.1, 9.1), red);
  EXPECT_EQ(seen.at(24.9, 10.9), red);
  EXPECT_EQ(seen.at(4.8, 10), white);
  EXPECT_EQ(seen.at(25.2, 10), white);
  EXPECT_EQ(seen.at(15, 8.9), white);
  EXPECT_EQ(seen.at(15, 11.1), white);
}

TEST(DrawLine, RunsAslant) {
  const DrawnPage seen(page, [](cairo_t* cairo) { draw_line(cairo, {{5_mm, 2_mm}, {21_mm, 18_mm}, 1_mm, blue_ink}); });
  EXPECT_EQ(seen.at(13, 10), blue);
  EXPECT_EQ(seen.at(13, 12), white);
}

TEST(DrawCard, DrawsRectanglesBeneathLinesBeneathPicturesBeneathThePortrait) {
  const auto picture = std::make_shared<ArtworkFile>(ArtworkFile{
      .file = "a.png", .bytes = png_of(8, 8, [](int, int) { return 0xFF00FF00U; }), .page = 1, .placeholders = {}});
  CardDrawing card;
  card.portrait = DrawnPortrait{{jpeg_of(8, 8, [](int, int) { return 0U; }), 8, 8, {}}, {20_mm, 5_mm, 6_mm, 6_mm}, {}};
  card.pictures.push_back({picture, {14_mm, 5_mm, 8_mm, 8_mm}});
  card.lines.push_back({{8_mm, 8_mm}, {28_mm, 8_mm}, 2_mm, blue_ink});
  card.rectangles.push_back({{2_mm, 2_mm, 28_mm, 15_mm}, {}, red_ink, {}, {}});
  const FontSet fonts;
  const DrawnPage seen(page, [&](cairo_t* cairo) { draw_card(cairo, fonts, card); });
  EXPECT_EQ(seen.at(5, 8), red);
  EXPECT_EQ(seen.at(11, 8), blue);
  EXPECT_EQ(seen.at(17, 8), 0x00FF00U);
  EXPECT_TRUE(is_near(seen.at(21, 8), black));
}

}  // namespace
}  // namespace pehchan
