#include "model/card_number.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

// ISO/IEC 7064 gives A12425GABC1234002 with check character M for MOD 37,36 (the Global Release Identifier's example).
TEST(CheckCharacter, AgreesWithThePublishedExample) { EXPECT_EQ(check_character("A12425GABC1234002"), 'M'); }

TEST(CheckCharacter, PassesOverSeparators) {
  EXPECT_EQ(check_character("A1-2425G-ABC1234002-"), check_character("A12425GABC1234002"));
}

TEST(CardNumber, EndsInItsCheckCharacter) {
  const auto number = card_number_of("UP/0412/00017").text;
  EXPECT_EQ(number.substr(0, 14), "UP-0412-00017-");
  EXPECT_TRUE(has_valid_check(number));
}

TEST(CardNumber, FindsEverySingleMistypedCharacter) {
  const auto number = card_number_of("UP-0412-00017").text;
  for (std::size_t i = 0; i < number.size(); ++i)
    for (const char c : std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
      if (number[i] == '-' || number[i] == c) continue;
      auto wrong = number;
      wrong[i] = c;
      EXPECT_FALSE(has_valid_check(wrong)) << wrong;
    }
}

TEST(CardNumber, FindsSwapsOfNeighbours) {
  const auto number = card_number_of("UP-0412-73951").text;
  for (std::size_t i = 0; i + 1 < number.size(); ++i) {
    if (number[i] == '-' || number[i + 1] == '-' || number[i] == number[i + 1]) continue;
    auto wrong = number;
    std::swap(wrong[i], wrong[i + 1]);
    EXPECT_FALSE(has_valid_check(wrong)) << wrong;
  }
}

TEST(CardNumber, RefusesTextThatIsNoNumber) {
  EXPECT_FALSE(has_valid_check(""));
  EXPECT_FALSE(has_valid_check("-"));
  EXPECT_FALSE(has_valid_check("UP-0412-00017-k"));
}

}  // namespace
}  // namespace pehchan
