// What the shipped templates say, as a program that reads PDF finds it.
#include <gtest/gtest.h>

#include "card/parse_template.h"
#include "golden/golden_members.h"
#include "golden/shipped_templates.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

/// Poppler sees a word space after some vowel signs that stand left of their letter's end, as in दे वी.
std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

class TemplateWords : public testing::TestWithParam<const char*> {
 protected:
  std::string words(const Member& member, CardSide side) const {
    return text_of(card_page(design_, fonts_, laid_out(design_, fonts_, member), side));
  }
  std::string words(const Member& member) const {
    return words(member, CardSide::front) + words(member, CardSide::back);
  }
  void expect_found(const std::string& wanted, const Member& member) const {
    const std::string text = without_spaces(words(member));
    EXPECT_NE(text.find(without_spaces(wanted)), std::string::npos) << wanted << " is not in:\n" << text;
  }

  const FontSet fonts_;
  const CardTemplate design_ = parse_template(PEHCHAN_SOURCE "/templates/" + std::string(GetParam()));
};

TEST_P(TemplateWords, HaveTheNameInBothScriptsAndTheNumber) {
  const Member member = invented_member();
  for (const std::string& wanted : {member[Field::name], member[Field::name_local], usual_number().text})
    expect_found(wanted, member);
}

TEST_P(TemplateWords, HaveNamesOnSeveralLinesWhole) {
  const Member member = long_member();
  expect_found(member[Field::name], member);
  expect_found(member[Field::name_local], member);
}

TEST_P(TemplateWords, NameTheOrganisationInBothLanguagesOnBothSides) {
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const std::string text = without_spaces(words(bare_member(), side));
    EXPECT_NE(text.find("जनसदस्यताअभियान"), std::string::npos) << text;
    EXPECT_NE(text.find("People’sMembershipDrive"), std::string::npos) << text;
  }
}

TEST_P(TemplateWords, HaveNeitherMobileNumberNorVoterId) {
  Member member = invented_member();
  member[Field::epic_no] = "ABC1234567";
  const std::string text = without_spaces(words(member));
  EXPECT_EQ(text.find("99999"), std::string::npos);
  EXPECT_EQ(text.find("ABC1234567"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Shipped, TemplateWords, testing::ValuesIn(shipped_templates),
                         [](const auto& test) { return in_test_name(test.param); });

}  // namespace
}  // namespace pehchan
