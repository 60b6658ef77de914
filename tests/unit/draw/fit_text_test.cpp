#include "draw/fit_text.h"

#include <gtest/gtest.h>

#include <cmath>

#include "draw/measure.h"

namespace pehchan {
namespace {

TextStyle style(const std::string& family = "Noto Sans") {
  TextStyle one;
  one.font = {family, font_weight::regular, 12};
  one.floor_pt = 8;
  one.lines = 3;
  return one;
}

class FitText : public testing::Test {
 protected:
  DrawnText fit(const TextStyle& with, const Rect& box, std::string_view text) const {
    auto drawn = fit_text(fonts_, with, box, text);
    EXPECT_TRUE(drawn) << text << " does not fit";
    return drawn ? *drawn : DrawnText{};
  }
  Mm width(const TextStyle& with, double size_pt, std::string_view text) const {
    return measure_line(fonts_, {with.font.family, with.font.weight, size_pt}, text).width;
  }
  static std::vector<std::string> texts_of(const DrawnText& drawn) {
    std::vector<std::string> texts;
    for (const TextLine& line : drawn.lines) texts.push_back(line.text);
    return texts;
  }
  using Lines = std::vector<std::string>;

  const FontSet fonts_;
};

TEST_F(FitText, SetsTextThatHasRoomAtFullSizeOnOneLine) {
  const DrawnText drawn = fit(style(), {3_mm, 4_mm, 60_mm, 10_mm}, "Savitri Devi");
  EXPECT_EQ(texts_of(drawn), Lines{"Savitri Devi"});
  EXPECT_EQ(drawn.font, style().font);
}

TEST_F(FitText, ShrinksByTenthsNoFurtherThanNeeded) {
  const std::string name = "Savitri Devi Kushwaha";
  const Mm room = width(style(), 9.95, name);
  const DrawnText drawn = fit(style(), {{}, {}, room, 10_mm}, name);
  EXPECT_EQ(drawn.lines.size(), 1U);
  EXPECT_NEAR(drawn.font.size_pt, 9.9, 1e-6);
}

TEST_F(FitText, ShrinksForHeightToo) {
  const Mm line = from_pt(12 * (fonts_.strut().ascent + fonts_.strut().descent));
  const DrawnText drawn = fit(style("Noto Sans Devanagari"), {{}, {}, 60_mm, line * 0.75}, "सावित्री");
  EXPECT_LT(drawn.font.size_pt, 12);
  EXPECT_GE(drawn.font.size_pt, 8);
}

TEST_F(FitText, ShrinksToTheFloorExactlyBeforeItBreaks) {
  const std::string name = "Savitri Devi Kushwaha";
  const Mm room = width(style(), 8, name) + 0.001_mm;
  const DrawnText drawn = fit(style(), {{}, {}, room, 20_mm}, name);
  EXPECT_EQ(drawn.lines.size(), 1U);
  EXPECT_NEAR(drawn.font.size_pt, 8, 1e-6);
  EXPECT_EQ(fit(style(), {{}, {}, room - 0.01_mm, 20_mm}, name).lines.size(), 2U);
}

TEST_F(FitText, BreaksIntoTwoBalancedLinesAgainAsLargeAsFits) {
  const DrawnText drawn = fit(style(), {{}, {}, 40_mm, 20_mm}, "Savitri Devi Kushwaha Chandrashekhar");
  EXPECT_EQ(texts_of(drawn), (Lines{"Savitri Devi Kushwaha", "Chandrashekhar"}));
  EXPECT_GT(drawn.font.size_pt, 8.5) << "not left at the floor";
}

TEST_F(FitText, BreaksIntoThreeLinesWhenTwoAreTooFew) {
  const DrawnText drawn = fit(style(), {{}, {}, 24_mm, 20_mm}, "Savitri Devi Kushwaha Chandrashekhar");
  EXPECT_EQ(texts_of(drawn), (Lines{"Savitri Devi", "Kushwaha", "Chandrashekhar"}));
}

TEST_F(FitText, KeepsEveryLineInTheBox) {
  for (const double wide : {24.0, 30.0, 45.0, 70.0}) {
    const Rect box{3_mm, 4_mm, {wide}, 18_mm};
    const DrawnText drawn = fit(style("Noto Sans Devanagari"), box, "सावित्री देवी कुशवाहा मिश्र चतुर्वेदी");
    for (const TextLine& line : drawn.lines) {
      const TextExtent extent = measure_line(fonts_, drawn.font, line.text);
      EXPECT_TRUE(contains(box, {line.baseline.x - extent.overhang, line.baseline.y - extent.ink_ascent, extent.width,
                                 extent.ink_ascent + extent.ink_descent}))
          << line.text << " at " << wide;
    }
  }
}

TEST_F(FitText, NeverLetsLinesTouch) {
  TextStyle tight = style("Noto Sans Devanagari");
  tight.line_height = 0.8;
  const DrawnText drawn = fit(tight, {{}, {}, 18_mm, 30_mm}, "ट्ठ्रूकूहूकू र्मिर्हिंर्किर्मि");
  ASSERT_EQ(drawn.lines.size(), 2U);
  const Mm below = measure_line(fonts_, drawn.font, drawn.lines[0].text).ink_descent;
  const Mm above = measure_line(fonts_, drawn.font, drawn.lines[1].text).ink_ascent;
  EXPECT_GE((drawn.lines[1].baseline.y - drawn.lines[0].baseline.y).value, (below + above).value - 1e-6);
}

TEST_F(FitText, RefusesWhatIsTooLongForItsLines) {
  const Rect box{{}, {}, 24_mm, 20_mm};
  TextStyle two = style();
  two.lines = 2;
  const auto drawn = fit_text(fonts_, two, box, "Savitri Devi Kushwaha Chandrashekhar");
  ASSERT_FALSE(drawn);
  EXPECT_TRUE(drawn.error().missing.empty());
  EXPECT_FALSE(fit_text(fonts_, style(), box, "Chandrashekharasubrahmanyam")) << "a word is never broken";
  EXPECT_FALSE(fit_text(fonts_, style(), {{}, {}, 60_mm, 2_mm}, "Savitri")) << "the box is too low";
}

TEST_F(FitText, RefusesCharactersThatNoFontHas) {
  const auto drawn = fit_text(fonts_, style(), {{}, {}, 60_mm, 10_mm}, "Savitri 中 Devi");
  ASSERT_FALSE(drawn);
  EXPECT_EQ(drawn.error().missing, std::vector<std::string>{"中"});
}

TEST_F(FitText, LosesAndAddsNothing) {
  const std::string name = "सावित्री देवी कुशवाहा मिश्र चतुर्वेदी";
  for (double wide = 20; wide < 80; wide += 3) {
    const auto drawn = fit_text(fonts_, style("Noto Sans Devanagari"), {{}, {}, {wide}, 25_mm}, name);
    if (!drawn) continue;
    std::string joined;
    for (const TextLine& line : drawn->lines) joined += (joined.empty() ? "" : " ") + line.text;
    EXPECT_EQ(joined, name) << "neither hyphen nor ellipsis, at " << wide;
  }
}

TEST_F(FitText, AlignsEachLine) {
  const Rect box{10_mm, 5_mm, 50_mm, 10_mm};
  TextStyle aligned = style();
  const Mm spare = box.width - width(aligned, 12, "Savitri");
  const std::pair<Align, double> shares[] = {{Align::left, 0}, {Align::centre, 0.5}, {Align::right, 1}};
  for (const auto& [align, share] : shares) {
    aligned.align = align;
    EXPECT_NEAR(fit(aligned, box, "Savitri").lines[0].baseline.x.value, (box.x + spare * share).value, 1e-6);
  }
}

TEST_F(FitText, StandsAtTopMiddleOrBottom) {
  const Rect box{{}, 5_mm, 50_mm, 20_mm};
  TextStyle one = style();
  std::vector<double> baselines;
  for (const VerticalAlign vertical : {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom}) {
    one.vertical = vertical;
    baselines.push_back(fit(one, box, "Savitri").lines[0].baseline.y.value);
  }
  const Mm ascent = from_pt(12 * fonts_.strut().ascent), descent = from_pt(12 * fonts_.strut().descent);
  EXPECT_NEAR(baselines[0], (box.y + ascent).value, 0.001);
  EXPECT_NEAR(baselines[1], (box.centre().y + from_pt(12 * fonts_.strut().middle)).value, 0.001);
  EXPECT_NEAR(baselines[2], (box.bottom() - descent).value, 0.001);
}

TEST_F(FitText, LowersAStackHigherThanTheStrutIntoItsBox) {
  const char* stack = "A\u0302\u0301\u0301\u0301";
  const Rect box{{}, 5_mm, 50_mm, 15_mm};
  TextStyle high = style();
  high.vertical = VerticalAlign::top;
  const DrawnText drawn = fit(high, box, stack);
  const TextExtent extent = measure_line(fonts_, drawn.font, stack);
  ASSERT_GT(extent.ink_ascent, from_pt(12 * fonts_.strut().ascent));
  EXPECT_GE((drawn.lines.at(0).baseline.y - extent.ink_ascent).value, box.y.value - 1e-6);
}

TEST_F(FitText, SharesABaselineBetweenScriptsInBoxesOfOneHeight) {
  const Rect left{{}, 5_mm, 30_mm, 8_mm}, right{30_mm, 5_mm, 30_mm, 8_mm};
  for (const VerticalAlign vertical : {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom}) {
    TextStyle latin = style(), devanagari = style("Noto Sans Devanagari");
    latin.vertical = devanagari.vertical = vertical;
    const Mm baseline = fit(latin, left, "Savitri").lines[0].baseline.y;
    for (const char* name : {"सावित्री", "कूर्म", "कर", "142"})
      EXPECT_NEAR(fit(devanagari, right, name).lines[0].baseline.y.value, baseline.value, 0.001) << name;
  }
}

}  // namespace
}  // namespace pehchan
