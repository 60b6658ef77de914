#include "card/lay_out.h"

#include <gtest/gtest.h>

#include "card/written_template.h"

namespace pehchan {
namespace {

Member savitri() {
  Member member;
  member.row = 7;
  member[Field::member_no] = "UP/123";
  member[Field::name] = "Savitri Devi";
  return member;
}

QrSymbol symbol(int modules) {
  return {"text", 0, 'M', modules, std::vector<std::uint8_t>(static_cast<std::size_t>(modules * modules), 1)};
}

/// right_toml() with this after its front's text.
CardTemplate design_with(const std::string& more) { return parsed(changed({{"[back]", more + "\n[back]"}})); }

std::string text_toml(const std::string& text, const std::string& more = {}) {
  return "[[front.text]]\ntext = \"" + text + "\"\nbox = [31, 30, 20, 5]\nstyle = \"name\"\n" + more + "\n";
}

class LayOut : public testing::Test {
 protected:
  Result<CardDrawings, std::vector<Problem>> lay_out(const CardTemplate& design, const Member& member,
                                                     int modules = 29) const {
    const Portrait portrait{"jpeg", 59, 76, {}};
    return lay_out_card(design, fonts_, {member, {"UP-123-X"}, portrait, symbol(modules)});
  }
  /// Every line of the front; "problems" when there are any.
  std::vector<std::string> front(const CardTemplate& design, const Member& member) const {
    const auto drawn = lay_out(design, member);
    if (!drawn) return {"problems"};
    std::vector<std::string> lines;
    for (const DrawnText& text : drawn->front.texts)
      for (const TextLine& line : text.lines) lines.push_back(line.text);
    return lines;
  }
  std::vector<Problem> problems(const CardTemplate& design, const Member& member, int modules = 29) const {
    const auto drawn = lay_out(design, member, modules);
    return drawn ? std::vector<Problem>{} : drawn.error();
  }
  using Lines = std::vector<std::string>;

  const FontSet fonts_;
};

TEST_F(LayOut, PutsNamePortraitAndQrWhereTheTemplateSays) {
  const auto drawn = lay_out(parsed(right_toml()), savitri());
  ASSERT_TRUE(drawn);
  EXPECT_EQ(front(parsed(right_toml()), savitri()), Lines{"Savitri Devi"});
  ASSERT_TRUE(drawn->front.portrait);
  EXPECT_EQ(drawn->front.portrait->box, (Rect{3_mm, 17_mm, 25_mm, 32_mm}));
  EXPECT_EQ(drawn->front.portrait->portrait.jpeg, "jpeg");
  EXPECT_FALSE(drawn->front.qr);
  ASSERT_TRUE(drawn->back.qr);
  EXPECT_TRUE(contains({4_mm, 5_mm, 30_mm, 30_mm}, drawn->back.qr->box));
  EXPECT_FALSE(drawn->back.portrait);
}

TEST_F(LayOut, LeavesATextOutWhosePlacesAreEmpty) {
  EXPECT_EQ(front(design_with(text_toml("Office {office}")), savitri()), Lines{"Savitri Devi"});
}

TEST_F(LayOut, LeavesLiteralsToTheBackground) {
  EXPECT_EQ(front(design_with(text_toml("Valid")), savitri()), Lines{"Savitri Devi"});
}

TEST_F(LayOut, DrawsALiteralOnlyWhenItsFieldIsThere) {
  const CardTemplate design = design_with(text_toml("Valid till", "when = \"valid_until\""));
  Member member = savitri();
  EXPECT_EQ(front(design, member), Lines{"Savitri Devi"});
  member[Field::valid_until] = "2029-03-31";
  EXPECT_EQ(front(design, member), (Lines{"Savitri Devi", "Valid till"}));
}

TEST_F(LayOut, DrawsATextOnlyUnlessItsFieldIsThere) {
  const CardTemplate design = design_with(text_toml("{member_no}", "unless = \"office\""));
  Member member = savitri();
  EXPECT_EQ(front(design, member), (Lines{"Savitri Devi", "UP/123"}));
  member[Field::office] = "Secretary";
  EXPECT_EQ(front(design, member), Lines{"Savitri Devi"});
}

TEST_F(LayOut, TellsANameThatIsTooLong) {
  Member member = savitri();
  member[Field::name] = std::string(60, 'M');
  const auto found = problems(parsed(right_toml()), member);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "text_too_long");
  EXPECT_EQ(found[0].field, "name");
  EXPECT_EQ(found[0].row, 7U);
  EXPECT_EQ(found[0].file, "");
}

TEST_F(LayOut, TellsACharacterThatCannotBePrintedAndItsField) {
  Member member = savitri();
  member[Field::block] = "Lal中ganj";
  const auto found = problems(design_with(text_toml("{booth_no} {block}")), member);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "text_unprintable");
  EXPECT_EQ(found[0].field, "block") << "not booth_no, which stands first";
  EXPECT_NE(found[0].reason.en.find("U+4E2D (中)"), std::string::npos) << found[0].reason.en;
  EXPECT_NE(found[0].reason.hi.find("U+4E2D (中)"), std::string::npos) << found[0].reason.hi;
}

TEST_F(LayOut, TellsAQrCodeTooDenseToBeRead) {
  const auto found = problems(parsed(right_toml()), savitri(), 97);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "qr_too_dense");
  EXPECT_EQ(found[0].field, "card_no") << "no cell of the roll is to blame";
  EXPECT_NE(found[0].reason.en.find("--link-base"), std::string::npos) << found[0].reason.en;
  EXPECT_EQ(found[0].row, 7U);
}

TEST_F(LayOut, TellsEverythingAtOnce) {
  Member member = savitri();
  member[Field::name] = std::string(60, 'M');
  member[Field::block] = "中";
  std::vector<std::string> codes;
  for (const Problem& problem : problems(design_with(text_toml("{block}")), member, 97)) codes.push_back(problem.code);
  EXPECT_EQ(codes, (Lines{"text_too_long", "text_unprintable", "qr_too_dense"}));
}

TEST_F(LayOut, TellsOnceWhatTwoTextsShow) {
  Member member = savitri();
  member[Field::name] = "中";
  EXPECT_EQ(problems(design_with(text_toml("{name}")), member).size(), 1U);
}

TEST_F(LayOut, BlamesTheCardNumberThatDoesNotFit) {
  const CardTemplate design = design_with(text_toml("{card_no}{card_no}{card_no}{card_no}"));
  const auto found = problems(design, savitri());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].field, "card_no");
  EXPECT_NE(found[0].reason.en.find("in card.toml"), std::string::npos) << found[0].reason.en;
}

}  // namespace
}  // namespace pehchan
