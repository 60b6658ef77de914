#include "toml/deep_toml.h"

#include <gtest/gtest.h>

#include <string>

namespace pehchan {
namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST(DeepToml, IsAKeyOfManyDots) {
  EXPECT_EQ(deep_in_toml("a = 1\n" + times(40'000, "a.") + "a = 1\n"), (LineColumn{2, 66}));
  EXPECT_TRUE(deep_in_toml("[" + times(33, "a.") + "a]\n"));
  EXPECT_TRUE(deep_in_toml("[[" + times(33, "\"a\" . ") + "a]]\n"));
  EXPECT_TRUE(deep_in_toml("x = {" + times(33, "'a.b'.") + "a = 1}"));
  EXPECT_FALSE(deep_in_toml("[" + times(32, "a.") + "a]\n"));
}

TEST(DeepToml, IsAListOrTableInManyOthers) {
  EXPECT_TRUE(deep_in_toml("a = " + times(33, "[\n") + times(33, "]")));
  EXPECT_TRUE(deep_in_toml("a = " + times(33, "{a=")));
  EXPECT_FALSE(deep_in_toml("a = " + times(32, "[") + times(32, "]")));
}

TEST(DeepToml, IsNothingThatStandsSideBySide) {
  EXPECT_FALSE(deep_in_toml("a = [" + times(99, "1.5, ") + "]\n" + times(99, "[[b.c]]\nd = 1.5\n")));
}

TEST(DeepToml, IsNothingWithinQuotesOrNotes) {
  const std::string deep = times(99, ".") + times(99, "[");
  EXPECT_FALSE(deep_in_toml("a = \"" + deep + "\\\"" + deep + "\" # \"" + deep));
  EXPECT_FALSE(deep_in_toml("a = '" + deep + "\\'\nb = 'c'"));
  EXPECT_FALSE(deep_in_toml("a = \"\"\"" + deep + "\n\"" + deep + "\\\"\"\"" + deep + "\"\"\"\nb = 1\n"));
  EXPECT_FALSE(deep_in_toml("a = '''" + deep + "\n''" + deep + "'''\n"));
}

// What a parser takes for a text's end this must, too: else a file hides behind a quote what it does.
TEST(DeepToml, DoesNotHideBehindQuotes) {
  const std::string deep = ", " + times(99, "[");
  for (const char* text : {"\"\"", "''", "\"a\\\\\"", "'a\\'", "\"\"\"a\"\"\"", "\"\"\"a\"\"\"\"", "\"\"\"a\"\"\"\"\"",
                           "'''a''''", "'''a'''''", "\"\"\"\"\"\"", "\"\"\"\\\\\"\"\"", "''''''"})
    EXPECT_TRUE(deep_in_toml("a = [" + std::string(text) + deep)) << text;
}

TEST(DeepToml, CountsCharacters) { EXPECT_EQ(deep_in_toml("\"अ\" = " + times(33, "["))->column, 39U); }

TEST(DeepToml, TakesWhateverIsBroken) {
  for (const char* text : {"", "\"", "'", "\"\"\"", "'''", "\"\\", "a = \"\"\"\\", "]]]}", "#"})
    EXPECT_FALSE(deep_in_toml(text));
}

}  // namespace
}  // namespace pehchan
