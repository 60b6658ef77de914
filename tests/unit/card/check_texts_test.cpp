#include "card/check_texts.h"

#include <gtest/gtest.h>

#include "card/written_template.h"

namespace pehchan {
namespace {

std::string text_toml(const std::string& text, const std::string& more = {}) {
  return "[[back.text]]\ntext = \"" + text + "\"\nbox = [40, 30, 30, 8]\nstyle = \"name\"\n" + more + "\n";
}

class CheckTexts : public testing::Test {
 protected:
  std::string told(const std::string& more) const {
    Mistakes mistakes;
    check_texts(parsed(right_toml() + more), fonts_, mistakes);
    return mistakes.told("card.toml");
  }

  const FontSet fonts_;
};

TEST_F(CheckTexts, TellsEveryTextThatCannotBeSetAtItsLine) {
  const std::string text = told(text_toml("Members of the whole association of the state and the union") +
                                text_toml("会員") + text_toml("fine"));
  EXPECT_NE(text.find("Members of the whole association of the state and the union\" does not fit its box"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("\"会員\" has U+4F1A (会), U+54E1 (員), which cannot be printed"), std::string::npos) << text;
  EXPECT_EQ(text.find("fine"), std::string::npos) << text;
}

TEST_F(CheckTexts, ChecksWordsUnderAConditionToo) {
  EXPECT_NE(told(text_toml("会", "when = \"office\"")).find("cannot be printed"), std::string::npos);
}

TEST_F(CheckTexts, TellsFieldsThatDoNotFitEvenForAUsualMember) {
  const auto told = [&](const std::string& more) {
    Mistakes mistakes;
    check_field_texts(parsed(right_toml() + more), fonts_, mistakes);
    return mistakes.told("card.toml");
  };
  EXPECT_EQ(told(text_toml("{name}")), "");
  std::string narrow = text_toml("Shri {name}, {district}");
  narrow.replace(narrow.find("30, 8]"), 6, "9, 8]");
  EXPECT_EQ(
      told(narrow),
      "card.toml:29:8: \"Shri Savitri Kumari Sharma, Nayapur\" (Shri {name}, {district}) does not fit its box: make "
      "the box larger or floor_pt smaller");
  std::string short_word = text_toml("{state}", "when = \"state = UP\"");
  short_word.replace(short_word.find("30, 8]"), 6, "9, 8]");
  EXPECT_EQ(told(short_word), "") << "it is drawn for no other word";
}

TEST_F(CheckTexts, TellsAFontThatTheSetHasNot) {
  const std::string toml = text_toml("{name}") + "\n[styles.other]\nsize_pt = 8\nfamily = \"Comic Sans MS\"\n" +
                           "[[back.text]]\ntext = \"{name}\"\nbox = [40, 30, 30, 8]\nstyle = \"other\"\n";
  EXPECT_NE(told(toml).find("there is no font \"Comic Sans MS\""), std::string::npos) << told(toml);
}

TEST_F(CheckTexts, TellsAFontOfAStyleThatNoTextUses) {
  EXPECT_EQ(told("\n[styles.later]\nsize_pt = 8\nfamily = \"Noto Sans Tamil\"\n"), "");
  EXPECT_EQ(told("\n[styles.later]\nsize_pt = 8\nfamily = \"Noto Sans Tamli\"\n"),
            "card.toml:31:10: there is no font \"Noto Sans Tamli\"; is it \"Noto Sans Tamil\"?");
}

TEST_F(CheckTexts, TellsAWeightThatTheFamilyHasNot) {
  const std::string toml = text_toml("{name}") + "\n[styles.other]\nsize_pt = 8\nweight = \"semibold\"\n" +
                           "[[back.text]]\ntext = \"{name}\"\nbox = [40, 30, 30, 8]\nstyle = \"other\"\n";
  EXPECT_NE(told(toml).find("the font \"Noto Sans\" has no weight \"semibold\": it has regular, bold"),
            std::string::npos)
      << told(toml);
}

}  // namespace
}  // namespace pehchan
