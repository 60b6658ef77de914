// Where lines of every script come to stand in their boxes.
#include <gtest/gtest.h>

#include <utility>

#include "draw/every_script.h"
#include "draw/fit_text.h"
#include "draw/measure.h"

namespace pehchan {
namespace {

class ScriptLine : public testing::TestWithParam<Script> {
 protected:
  const FontSet fonts_;
};

TEST_P(ScriptLine, SharesTheBaselineOfLatinInABoxOfTheSameHeight) {
  TextStyle style;
  style.font = {"Noto Sans", font_weight::regular, 10};
  for (const double height : {6.0, 8.0, 20.0}) {
    // Nastaliq needs a box twice as high before it can stand where the others do.
    const bool is_free = GetParam().family != "Noto Nastaliq Urdu" || height == 20;
    for (const VerticalAlign vertical : {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom}) {
      if (!is_free || (GetParam().family == "Noto Nastaliq Urdu" && vertical == VerticalAlign::top)) continue;
      style.vertical = vertical;
      const Rect box{3_mm, 4_mm, 90_mm, {height}};
      const auto latin = fit_text(fonts_, style, box, "Savitri"), own = fit_text(fonts_, style, box, GetParam().text);
      ASSERT_TRUE(latin && own) << height;
      EXPECT_EQ(own->font.size_pt, 10);
      EXPECT_NEAR(own->lines.at(0).baseline.y.value, latin->lines.at(0).baseline.y.value, 1e-9) << height;
    }
  }
}

TEST_P(ScriptLine, KeepsItsInkInTheBoxAndStandsWhereAlignSays) {
  TextStyle style;
  style.font = {"Noto Sans", font_weight::bold, 14};
  style.floor_pt = 4;
  style.lines = 2;
  for (const Rect& box : {Rect{3_mm, 4_mm, 90_mm, 9_mm}, {3_mm, 4_mm, 90_mm, 4_mm}, {3_mm, 4_mm, 25_mm, 9_mm}}) {
    const std::pair<Align, double> shares[] = {{Align::left, 0}, {Align::centre, 0.5}, {Align::right, 1}};
    for (const auto& [align, share] : shares) {
      style.align = align;
      const auto drawn = fit_text(fonts_, style, box, GetParam().text);
      ASSERT_TRUE(drawn) << box.width.value << " x " << box.height.value;
      for (const TextLine& line : drawn->lines) {
        const TextExtent extent = measure_line(fonts_, drawn->font, line.text);
        const Rect taken{line.baseline.x - extent.overhang, line.baseline.y - extent.ink_ascent, extent.width,
                         extent.ink_ascent + extent.ink_descent};
        EXPECT_TRUE(contains(box, taken));
        EXPECT_NEAR(taken.x.value, (box.x + (box.width - taken.width) * share).value, 1e-9);
      }
    }
  }
}

TEST(Nastaliq, LeavesTheCommonBaselineBeforeItIsShrunk) {
  const FontSet fonts;
  TextStyle style;
  style.font = {"Noto Sans", font_weight::regular, 10};
  style.floor_pt = 5;
  const std::string name = "محمد عبدالرحمٰن شیخ";
  const TextExtent extent = measure_line(fonts, style.font, name);
  const Mm ink = extent.ink_ascent + extent.ink_descent;
  const Rect low{{}, {}, 60_mm, ink + 0.01_mm}, lower{{}, {}, 60_mm, ink * 0.8};
  const auto latin = fit_text(fonts, style, low, "Savitri"), moved = fit_text(fonts, style, low, name);
  ASSERT_TRUE(latin && moved);
  EXPECT_EQ(moved->font.size_pt, 10);
  EXPECT_GT(moved->lines.at(0).baseline.y, latin->lines.at(0).baseline.y);
  const auto smaller = fit_text(fonts, style, lower, name);
  ASSERT_TRUE(smaller);
  EXPECT_NEAR(smaller->font.size_pt, 7.95, 0.06);
}

TEST(Nastaliq, IsNotRefusedForTheHeightOfItsFontsOwnLine) {
  const FontSet fonts;
  TextStyle style;
  style.font = {"Noto Sans", font_weight::regular, 10};
  const Mm strut = from_pt(10 * (fonts.strut().ascent + fonts.strut().descent));
  EXPECT_TRUE(fit_text(fonts, style, {{}, {}, 60_mm, strut}, "دادا"));
}

INSTANTIATE_TEST_SUITE_P(FitText, ScriptLine, testing::ValuesIn(scripts),
                         [](const testing::TestParamInfo<Script>& script) { return script.param.name; });

}  // namespace
}  // namespace pehchan
