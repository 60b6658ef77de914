#include "draw/measure.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

const Font latin{"Noto Sans", font_weight::regular, 10}, devanagari{"Noto Sans Devanagari", font_weight::regular, 10};

class MeasureLine : public testing::Test {
 protected:
  TextExtent measure(const Font& font, std::string_view text) const { return measure_line(fonts_, font, text); }
  std::vector<std::string> missing(const Font& font, std::string_view text) const {
    return missing_in(fonts_, font, text);
  }
  double width(const Font& font, std::string_view text) const { return measure(font, text).width.value; }

  const FontSet fonts_;
};

TEST_F(MeasureLine, ShapesConjuncts) {
  // क्ष is one glyph; with a zero-width non-joiner the letters stand side by side, the first with its virama.
  EXPECT_LT(width(devanagari, "क्ष"), 0.8 * width(devanagari, "क्\u200cष"));
  EXPECT_LT(width(devanagari, "स्त्री"), width(devanagari, "स") + width(devanagari, "त") + width(devanagari, "री"));
}

TEST_F(MeasureLine, GivesADeepMatraItsInk) {
  EXPECT_GT(measure(devanagari, "कू").ink_descent, measure(devanagari, "क").ink_descent);
  EXPECT_GT(measure(devanagari, "र्मिं").ink_ascent, measure(devanagari, "म").ink_ascent);
}

TEST_F(MeasureLine, GivesALowLetterTheSameLineAsAHighOne) {
  for (const char* text : {"कू", "र्मिं", "ट्ठ्रू"}) {
    EXPECT_EQ(measure(devanagari, text).ascent, measure(devanagari, "क").ascent) << text;
    EXPECT_EQ(measure(devanagari, text).descent, measure(devanagari, "क").descent) << text;
  }
}

TEST_F(MeasureLine, CoversInkThatReachesOutAtEitherEnd) {
  const TextExtent extent = measure(latin, "\u0651محمد");  // in Nastaliq a lone mark stands out on the left
  EXPECT_GT(extent.overhang, Mm{});
  EXPECT_EQ(measure(latin, "Ram").overhang, Mm{});
}

TEST_F(MeasureLine, GrowsWithTheSize) {
  const Font twice{"Noto Sans", font_weight::regular, 20};
  EXPECT_NEAR(width(twice, "Savitri Devi"), 2 * width(latin, "Savitri Devi"), 0.01);
}

TEST_F(MeasureLine, TellsBoldFromRegular) {
  EXPECT_GT(width({"Noto Sans", font_weight::bold, 10}, "Savitri"), 1.03 * width(latin, "Savitri"));
}

TEST_F(MeasureLine, TakesWhatAFamilyLacksFromTheOther) {
  EXPECT_TRUE(missing(latin, "सावित्री").empty());
  EXPECT_TRUE(missing(devanagari, "Savitri × 14").empty());
  EXPECT_NEAR(width(latin, "सावित्री"), width(devanagari, "सावित्री"), 1e-6);
}

TEST_F(MeasureLine, DrawsAnUnknownFamilyInTheSetsOwn) {
  const Font unknown{"Comic Sans MS", font_weight::regular, 10};
  EXPECT_NEAR(width(unknown, "Savitri"), width(latin, "Savitri"), 1e-6);
  EXPECT_TRUE(missing(unknown, "Savitri सावित्री").empty());
}

TEST_F(MeasureLine, ReportsMissingCharactersOnceEach) {
  EXPECT_EQ(missing(latin, "a中b中ก"), (std::vector<std::string>{"中", "ก"}));
}

TEST_F(MeasureLine, ReportsBytesThatAreNotUtf8) {
  for (const std::string_view bytes : {"Sav\xFFitri", "\xE0\xA4", "\xC0\xAF", "\xED\xA0\x80"})
    EXPECT_EQ(missing(latin, bytes), std::vector<std::string>{"\xEF\xBF\xBD"});
}

TEST_F(MeasureLine, ReportsANulByte) { EXPECT_FALSE(missing(latin, std::string_view("a\0b", 3)).empty()); }

TEST_F(MeasureLine, TakesEmptyText) {
  const TextExtent extent = measure(latin, "");
  EXPECT_EQ(extent.width, Mm{});
  EXPECT_TRUE(missing(latin, "").empty());
}

TEST_F(MeasureLine, StaysWithinTheStrutInBothScripts) {
  const Mm ascent = from_pt(10 * fonts_.strut().ascent), descent = from_pt(10 * fonts_.strut().descent);
  for (const Font& font : {latin, devanagari}) {
    const TextExtent extent = measure(font, "Aक");
    EXPECT_LE(extent.ascent.value, ascent.value + 0.001) << font.family;
    EXPECT_LE(extent.descent.value, descent.value + 0.001) << font.family;
  }
}

}  // namespace
}  // namespace pehchan
