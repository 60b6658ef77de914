// The shipped card as it looks: tests/golden/member/*.png. PEHCHAN_GOLDEN=update draws them anew: look at each before
// keeping it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "card/parse_template.h"
#include "golden/compare.h"
#include "golden/golden_members.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr double dpi = 150;

class MemberCard : public testing::Test {
 protected:
  CardPage page(const Member& member, CardSide side) const {
    return card_page(design_, fonts_, laid_out(design_, fonts_, member), side);
  }
  void expect_golden(const std::string& name, const Member& member, CardSide side) const {
    const Picture actual = rendered(page(member, side), dpi);
    const std::string golden = PEHCHAN_SOURCE "/tests/golden/member/" + name + ".png";
    const char* wish = std::getenv("PEHCHAN_GOLDEN");
    if (wish != nullptr && std::string(wish) == "update") return write_png(actual, golden);
    const Difference off = difference(actual, read_png(golden));
    if (off.is_same()) return;
    fs::create_directories(PEHCHAN_ACTUAL);
    const std::string file = PEHCHAN_ACTUAL "/" + name + ".png";
    write_png(actual, file);
    ADD_FAILURE() << "the card looks different: mean " << off.mean << ", far off " << 100 * off.far_off
                  << " %, worst tile " << off.worst << "\n  wanted " << golden << "\n  drawn  " << file;
  }

  const FontSet fonts_;
  const CardTemplate design_ = parse_template(PEHCHAN_SOURCE "/templates/member");
};

TEST_F(MemberCard, FrontWithEveryFieldLooksAsItShould) {
  expect_golden("front_full", invented_member(), CardSide::front);
}

TEST_F(MemberCard, FrontWithOnlyWhatMustBeThereLooksAsItShould) {
  expect_golden("front_bare", bare_member(), CardSide::front);
}

TEST_F(MemberCard, FrontWithTheLongestNamesLooksAsItShould) {
  expect_golden("front_long", long_member(), CardSide::front);
}

TEST_F(MemberCard, BackLooksAsItShould) { expect_golden("back", invented_member(), CardSide::back); }

/// Poppler sees a word space after some vowel signs that stand left of their letter's end, as in दे वी.
std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

TEST_F(MemberCard, CanBeSearchedForItsNameInBothScriptsAndItsNumber) {
  const std::string text = text_of(page(invented_member(), CardSide::front));
  for (const char* words : {"Savitri Devi Kushwaha", "UP-LKO-000123", "31-03-2029", "142 · प्राथमिक विद्यालय, रामपुर"})
    EXPECT_NE(text.find(words), std::string::npos) << words << " is not in:\n" << text;
  EXPECT_NE(without_spaces(text).find(without_spaces("सावित्री देवी कुशवाहा")), std::string::npos) << text;
}

TEST_F(MemberCard, CanBeSearchedForNamesOnSeveralLines) {
  const Member member = long_member();
  const std::string text = without_spaces(text_of(page(member, CardSide::front)));
  EXPECT_NE(text.find(without_spaces(member[Field::name])), std::string::npos) << text;
  EXPECT_NE(text.find(without_spaces(member[Field::name_local])), std::string::npos) << text;
}

TEST_F(MemberCard, HasNeitherMobileNumberNorVoterIdInIt) {
  Member member = invented_member();
  member[Field::epic_no] = "ABC1234567";
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const std::string text = text_of(page(member, side));
    EXPECT_EQ(text.find("9999900123"), std::string::npos);
    EXPECT_EQ(text.find("ABC1234567"), std::string::npos);
  }
}

}  // namespace
}  // namespace pehchan
