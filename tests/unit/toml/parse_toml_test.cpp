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

struct Slip {
  const char *written, *told;
};

class TomlSlip : public testing::TestWithParam<Slip> {};

TEST_P(TomlSlip, IsToldInWordsOfItsAuthor) {
  const TomlFault fault = fault_of(GetParam().written);
  EXPECT_NE(fault.what.find(GetParam().told), std::string::npos) << fault.what;
}

INSTANTIATE_TEST_SUITE_P(
    ParseToml, TomlSlip,
    testing::Values(Slip{"colour = #0D3B46\n", "in quotes"},
                    Slip{"text = \"Member\nbox = 1\n", "quotation mark is missing"},
                    Slip{"text = 'Member\nbox = 1\n", "quotation mark is missing"},
                    Slip{"size_pt = 7pt\n", "without unit"}, Slip{"size_pt = 7 pt\n", "without unit"},
                    Slip{"style = name\n", "in quotes"}, Slip{"style = text\n", "in quotes"},
                    Slip{"bleed_mm = 2mm\n", "without unit"}, Slip{"size_mm = 85.60, 53.98\n", "lists stand in [ ]"},
                    Slip{"[[front.picture]\na = 1\n", "as many brackets"},
                    Slip{"[front.picture]]\na = 1\n", "as many brackets"}, Slip{"a = 1\na = 2\n", "key is there twice"},
                    Slip{"[front.text]\n[front.text]\n", "two brackets on both sides"},
                    Slip{"size_mm =\nbleed_mm = 2\n", "value is missing"}, Slip{"box = [1, 2\nx = 1\n", "ends with ]"},
                    Slip{"bleed_mm: 2\n", "key = value"}));

}  // namespace
}  // namespace pehchan
