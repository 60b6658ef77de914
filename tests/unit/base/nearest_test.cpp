#include "base/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace pehchan {
namespace {

constexpr std::array<std::string_view, 4> known = {"colour", "lines", "line_height", "vertical"};

TEST(Nearest, FindsTheWordWithASlip) {
  EXPECT_EQ(nearest("color", known), "colour") << "a letter left out";
  EXPECT_EQ(nearest("collour", known), "colour") << "a letter too many";
  EXPECT_EQ(nearest("vertikal", known), "vertical") << "another letter";
  EXPECT_EQ(nearest("line", known), "lines");
  EXPECT_EQ(nearest("line_heigth", known), "line_height") << "two letters swapped";
  EXPECT_EQ(nearest("nmae", std::array<std::string_view, 1>{"name"}), "name") << "a swap is one slip";
}

TEST(Nearest, PrefersTheNearer) {
  EXPECT_EQ(nearest("lines", known), "lines");
  EXPECT_EQ(nearest("lines_height", known), "line_height");
}

TEST(Nearest, GuessesNothingWhenMoreThanAThirdDiffers) {
  EXPECT_EQ(nearest("font", known), "");
  EXPECT_EQ(nearest("kohlur", known), "") << "three letters of six";
  EXPECT_EQ(nearest("", known), "");
  EXPECT_EQ(nearest("colour", {}), "");
  EXPECT_EQ(nearest(std::string(500, 'c'), known), "");
}

TEST(Nearest, TakesHindiLettersForLetters) {
  constexpr std::array<std::string_view, 3> districts = {"झाँसी", "कानपुर", "बाँदा"};
  EXPECT_EQ(nearest("झासी", districts), "झाँसी");
  EXPECT_EQ(nearest("कानपूर", districts), "कानपुर");
  EXPECT_EQ(nearest("मेरठ", districts), "") << "four other letters, though their first bytes are the same";
}

}  // namespace
}  // namespace pehchan
