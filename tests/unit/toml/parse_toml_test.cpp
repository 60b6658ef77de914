#include "toml/parse_toml.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

TomlFault fault_of(const std::string& text) {
  const auto parsed = parse_toml(text);
  return parsed ? TomlFault{} : parsed.error();
}

TEST(ParseToml, ReadsATable) {
  const auto parsed = parse_toml("a = 1\n[b]\nc = \"“curly” within straight ones\"\n");
  ASSERT_TRUE(parsed);
  EXPECT_EQ((*parsed)["a"].value<int>(), 1);
}

TEST(ParseToml, TellsCurlyQuotationMarks) {
  const TomlFault fault = fault_of("a = 1\nfamily = “Noto Sans”\n");
  EXPECT_EQ(fault.where, (LineColumn{2, 10}));
  EXPECT_EQ(fault.what, "family = “Noto Sans” has curly quotation marks: write straight ones, \"…\"");
}

TEST(ParseToml, TellsOneBracketAmongDoubleOnes) {
  const TomlFault fault = fault_of("[[front.text]]\na = 1\n[front.text]\na = 2\n");
  EXPECT_EQ(fault.where.line, 3U);
  EXPECT_NE(fault.what.find("each begins with two brackets"), std::string::npos) << fault.what;
}

TEST(ParseToml, TellsWhereElseATextIsNoToml) {
  EXPECT_EQ(fault_of("a = \n").where.line, 1U);
  EXPECT_FALSE(fault_of("a = \n").what.empty());
  EXPECT_EQ(fault_of("\nx = " + std::string(40'000, '[')).where.line, 2U);
}

}  // namespace
}  // namespace pehchan
