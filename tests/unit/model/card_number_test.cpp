#include "model/card_number.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

// ISO/IEC 7064 gives A12425GABC1234002 with check character M for MOD 37,36 (the Global Release Identifier's example).
TEST(CheckCharacter, AgreesWithThePublishedExample) { EXPECT_EQ(check_character("A12425GABC1234002"), 'M'); }

TEST(CheckCharacter, PassesOverSeparators) {
  EXPECT_EQ(check_character("A1-2425G-ABC1234002-"), check_character("A12425GABC1234002"));
}

TEST(CardNumber, IsPrefixDistrictRunningNumberAndCheckCharacter) {
  const auto number = make_card_number("PCN", "014", 123).text;
  EXPECT_EQ(number.substr(0, 15), "PCN-014-000123-");
  EXPECT_TRUE(has_valid_check(number));
  EXPECT_EQ(make_card_number("PCN", "014", 12'345'678).text.substr(0, 17), "PCN-014-12345678-");
}

TEST(CardNumber, FindsEverySingleMistypedCharacter) {
  const auto number = make_card_number("PCN", "014", 9'123).text;
  for (std::size_t i = 0; i < number.size(); ++i)
    for (const char c : std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
      if (number[i] == '-' || number[i] == c) continue;
      auto wrong = number;
      wrong[i] = c;
      EXPECT_FALSE(read_card_number(wrong)) << wrong;
    }
}

TEST(CardNumber, FindsSwapsOfNeighbours) {
  const auto number = make_card_number("PCN", "0412", 739'51).text;
  for (std::size_t i = 0; i + 1 < number.size(); ++i) {
    if (number[i] == '-' || number[i + 1] == '-' || number[i] == number[i + 1]) continue;
    auto wrong = number;
    std::swap(wrong[i], wrong[i + 1]);
    EXPECT_FALSE(has_valid_check(wrong)) << wrong;
  }
}

TEST(CardNumber, IsReadAsPeopleTypeIt) {
  const auto number = make_card_number("PCN", "014", 123);
  const std::string check = number.text.substr(number.text.size() - 1);
  EXPECT_EQ(read_card_number("pcn-014-000123-" + check), number);
  EXPECT_EQ(read_card_number(" PCN-014 - 000123-" + check + " "), number);
  EXPECT_EQ(read_card_number("PCN\u2013014\u2010000123\u2014" + check), number);
}

TEST(CardNumber, RefusesTextThatIsNoNumber) {
  for (const char* text : {"", "-", "PCN-014-000123", "PCN-014-000123-", "PCN-014-00012A-7", "PCN--000123-7",
                           "PCN-014-000123-7-7", "TOOLONGPREFIX-014-000123-7", "PCN-014-000123-\xe2\x80"})
    EXPECT_FALSE(read_card_number(text)) << text;
  EXPECT_FALSE(read_card_number(std::string(100'000, 'A')));
  EXPECT_FALSE(has_valid_check(""));
  EXPECT_FALSE(has_valid_check("-"));
}

TEST(NumberPart, IsOneToEightCapitalsAndDigits) {
  EXPECT_TRUE(is_number_part("PCN"));
  EXPECT_TRUE(is_number_part("0"));
  for (const char* text : {"", "pcn", "P-N", "PCN123456"}) EXPECT_FALSE(is_number_part(text)) << text;
}

}  // namespace
}  // namespace pehchan
