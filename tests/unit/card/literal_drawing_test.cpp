#include <gtest/gtest.h>

#include "base/run_error.h"
#include "card/lay_out.h"
#include "card/written_template.h"

namespace pehchan {
namespace {

std::string text_toml(const std::string& text, const std::string& more = {}) {
  return "[[back.text]]\ntext = \"" + text + "\"\nbox = [40, 30, 30, 8]\nstyle = \"name\"\n" + more + "\n";
}

class LiteralDrawing : public testing::Test {
 protected:
  CardDrawing back(const std::string& more) const {
    return literal_drawing(parsed(right_toml() + more), fonts_, CardSide::back);
  }
  std::string told(const std::string& more) const {
    try {
      back(more);
    } catch (const RunError& error) {
      EXPECT_EQ(error.code, ExitCode::bad_config);
      return error.what();
    }
    return "drawn";
  }

  const FontSet fonts_;
};

TEST_F(LiteralDrawing, HasTheTextsThatAreTheSameOnEveryCard) {
  const auto drawing = back(text_toml("Members {{only}}") + text_toml("{name}") +
                            text_toml("Valid", "when = \"valid_until\"") + text_toml("No", "unless = \"office\""));
  ASSERT_EQ(drawing.texts.size(), 1U);
  EXPECT_EQ(drawing.texts[0].lines.at(0).text, "Members {only}");
  EXPECT_FALSE(drawing.qr);
}

TEST_F(LiteralDrawing, TellsEveryTextThatCannotBeSet) {
  const std::string text = told(text_toml("Members of the whole association of the state and the union") +
                                text_toml("会員") + text_toml("fine"));
  EXPECT_NE(text.find("Members of the whole association of the state and the union\" does not fit its box"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("\"会員\" has U+4F1A (会), U+54E1 (員), which cannot be printed"), std::string::npos) << text;
  EXPECT_EQ(text.find("fine"), std::string::npos) << text;
}

TEST_F(LiteralDrawing, ChecksWordsUnderAConditionToo) {
  EXPECT_NE(told(text_toml("会", "when = \"office\"")).find("cannot be printed"), std::string::npos);
}

TEST_F(LiteralDrawing, TellsAFontThatTheSetHasNot) {
  const std::string toml = text_toml("{name}") + "\n[styles.other]\nsize_pt = 8\nfamily = \"Comic Sans MS\"\n" +
                           "[[back.text]]\ntext = \"{name}\"\nbox = [40, 30, 30, 8]\nstyle = \"other\"\n";
  EXPECT_NE(told(toml).find("there is no font \"Comic Sans MS\""), std::string::npos) << told(toml);
}

TEST_F(LiteralDrawing, TellsAWeightThatTheFamilyHasNot) {
  const std::string toml = text_toml("{name}") + "\n[styles.other]\nsize_pt = 8\nweight = \"semibold\"\n" +
                           "[[back.text]]\ntext = \"{name}\"\nbox = [40, 30, 30, 8]\nstyle = \"other\"\n";
  EXPECT_NE(told(toml).find("the font \"Noto Sans\" has no weight of 600"), std::string::npos) << told(toml);
}

TEST_F(LiteralDrawing, NamesTheSideAndTheTemplate) {
  EXPECT_NE(told(text_toml("会")).find("the back of the template"), std::string::npos);
}

}  // namespace
}  // namespace pehchan
