// Numbers as people type them.
#include "cli/office.h"

namespace pehchan {
namespace {

using TypedNumbers = Office;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// Its digits in Devanagari.
std::string in_devanagari(const std::string& text) {
  std::string told;
  for (const char c : text) {
    if (c < '0' || c > '9')
      told += c;
    else
      told.append("\xE0\xA5").push_back(static_cast<char>('\xA6' + (c - '0')));
  }
  return told;
}

TEST_F(TypedNumbers, ACardNumberIsUnderstoodByEveryCommandAsPeopleWriteIt) {
  issue();
  expect(0, {"printed", "J 0001"});
  const std::string one = number_of("PP/TST/000001"), two = number_of("PP/TST/000003"),
                    three = number_of("PP/TST/000005"), four = number_of("PP/TST/000007");
  for (const std::string& typed : {with(one, "-", " "), with(one, "-", "\u2013"), with(one, "-", " - "),
                                   in_devanagari(one), with(one, "PCN", "pcn")})
    EXPECT_TRUE(has(say({"find", typed}).out, one)) << typed;
  expect(0, {"void", with(one, "-", " "), "--reason", "withdrawn"});
  expect(0, {"replace", in_devanagari(two), "--reason", "lost"});
  expect(0, {"handover", "J0001", "--signed", "--card", with(three, "-", "\u2014")});
  EXPECT_EQ(cards_that_are("handed_over"), 1);
  EXPECT_EQ(cards_that_are("void"), 2);
  expect(64, {"void", with(four, "PCN", "PCM"), "--reason", "lost"});
}

TEST_F(TypedNumbers, AMistypedCardNumberIsToldFromAStranger) {
  issue();
  const std::string one = number_of("PP/TST/000001");
  const std::string wrong = say({"find", with(one, "000001", "000007")}).out;
  EXPECT_TRUE(has(wrong, "Nobody like that")) << wrong;
  EXPECT_TRUE(has(wrong, "a character of this card number is wrong or missing")) << wrong;
  EXPECT_FALSE(has(say({"find", "Nobody Of This Name"}).out, "character"));
}

TEST_F(TypedNumbers, AMemberIsFoundAndReplacedWithDigitsOfEitherScript) {
  issue();
  expect(0, {"replace", "pp/tst/000001", "--reason", "lost"});
  expect(0, {"replace", in_devanagari("PP/TST/000003"), "--reason", "lost"});
  EXPECT_EQ(cards_that_are("void"), 2);
  expect(64, {"replace", "\xff", "--reason", "lost"});
}

TEST_F(TypedNumbers, AMobileIsFoundWithDigitsOfEitherScript) {
  const GoodRoll roll = make_good_roll(home_ / "demo", 1);
  const std::string text = bytes_of(roll.roll);
  ASSERT_EQ(run_program(roll.issue(out_, ledger_, plain_card)).code, 0);
  const auto start = text.find_first_of("6789", text.find("+91") + 3);
  std::string mobile;
  for (auto at = start; at < text.size() && mobile.size() < 10; ++at)
    if (text[at] >= '0' && text[at] <= '9') mobile += text[at];
  EXPECT_TRUE(has(say({"find", mobile}).out, "PCN-")) << mobile;
  EXPECT_TRUE(has(say({"find", in_devanagari(mobile)}).out, "PCN-")) << mobile;
}

}  // namespace
}  // namespace pehchan
