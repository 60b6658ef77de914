#include "draw/text_block.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "draw/measure.h"

namespace pehchan {
namespace {

TextStyle style() {
  TextStyle one;
  one.font = {"Noto Sans", font_weight::regular, 10};
  one.floor_pt = 8;
  one.lines = 2;
  return one;
}

// What was set, without the spaces that a break may take away.
std::string letters_of(const TextBlock& block) {
  std::string letters;
  for (const TextLine& line : block.text.lines) letters += line.text;
  std::erase(letters, ' ');
  return letters;
}

class Block : public testing::Test {
 protected:
  void expect_inside(const TextBlock& block, Mm width) const {
    for (const TextLine& line : block.text.lines) {
      const TextExtent extent = measure_line(fonts_, block.text.font, line.text);
      EXPECT_TRUE(contains({{}, {}, width, block.height},
                           {line.baseline.x - extent.overhang, line.baseline.y - extent.ink_ascent, extent.width,
                            extent.ink_ascent + extent.ink_descent}))
          << line.text;
    }
  }
  const FontSet fonts_;
};

TEST_F(Block, OneLineIsAsHighAsTheLineOfBothScripts) {
  const TextBlock latin = set_block(fonts_, style(), 60_mm, "Savitri"),
                  hindi = set_block(fonts_, style(), 60_mm, "कमला");
  EXPECT_EQ(latin.text.lines.size(), 1U);
  EXPECT_NEAR(latin.height.value, from_pt(10 * (fonts_.strut().ascent + fonts_.strut().descent)).value, 1e-3);
  EXPECT_NEAR(latin.height.value, hindi.height.value, 1e-3);
}

TEST_F(Block, ALongerTextIsShrunkAndThenBrokenIntoTwoLines) {
  const std::string name = "Savitri Devi Kushwaha";
  const Mm room = measure_line(fonts_, {"Noto Sans", font_weight::regular, 9}, name).width;
  const TextBlock shrunk = set_block(fonts_, style(), room, name);
  EXPECT_EQ(shrunk.text.lines.size(), 1U);
  EXPECT_LE(shrunk.text.font.size_pt, 9.001);
  const TextBlock broken = set_block(fonts_, style(), room * 0.7, name);
  EXPECT_EQ(broken.text.lines.size(), 2U);
  EXPECT_GT(broken.height, shrunk.height);
}

TEST_F(Block, WhatIsTooLongForTwoLinesGrowsAndLosesNothing) {
  const std::string name = "सावित्री देवी कुशवाहा मिश्र चतुर्वेदी कौशल्या नंदन प्रसाद सिंह राजपूत चंद्रशेखर त्रिपाठी";
  const TextBlock block = set_block(fonts_, style(), 30_mm, name);
  EXPECT_GT(block.text.lines.size(), 2U);
  EXPECT_NEAR(block.text.font.size_pt, 8, 1e-6);
  expect_inside(block, 30_mm);
  std::string letters = name;
  std::erase(letters, ' ');
  EXPECT_EQ(letters_of(block), letters);
}

TEST_F(Block, AWordWiderThanItsRoomIsBrokenBetweenLetters) {
  const std::string word(60, 'W');
  const TextBlock block = set_block(fonts_, style(), 30_mm, word);
  EXPECT_EQ(letters_of(block), word) << "no hyphen, no ellipsis";
  expect_inside(block, 30_mm);
}

TEST_F(Block, ACharacterThatNoFontHasIsSetAsItIs) {
  EXPECT_EQ(letters_of(set_block(fonts_, style(), 60_mm, "Savitri 中 Devi")), "Savitri中Devi");
}

TEST_F(Block, AnEmptyTextIsALineHigh) { EXPECT_GT(set_block(fonts_, style(), 60_mm, "").height, 3_mm); }

TEST_F(Block, BrokenLinesAreAligned) {
  TextStyle right = style();
  right.align = Align::right;
  const TextBlock block = set_block(fonts_, right, 30_mm, std::string(60, 'W'));
  for (const TextLine& line : block.text.lines)
    EXPECT_NEAR((line.baseline.x + measure_line(fonts_, block.text.font, line.text).width).value, 30, 1e-6);
}

}  // namespace
}  // namespace pehchan
