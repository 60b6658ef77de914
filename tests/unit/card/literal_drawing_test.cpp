#include <gtest/gtest.h>

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
  const FontSet fonts_;
};

TEST_F(LiteralDrawing, HasTheTextsThatAreTheSameOnEveryCard) {
  const auto drawing = back(text_toml("Members {{only}}") + text_toml("{name}") +
                            text_toml("Valid", "when = \"valid_until\"") + text_toml("No", "unless = \"office\""));
  ASSERT_EQ(drawing.texts.size(), 1U);
  EXPECT_EQ(drawing.texts[0].lines.at(0).text, "Members {only}");
  EXPECT_FALSE(drawing.qr);
}

}  // namespace
}  // namespace pehchan
