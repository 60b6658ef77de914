#include "print/painted_content.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/run_error.h"
#include "print/text_layer_filter.h"

namespace pehchan {
namespace {

struct Read {
  std::string name, text;
  std::vector<std::string> operands;
  bool operator==(const Read&) const = default;
};

std::vector<Read> read_all(const std::string& content) {
  PaintedContent painted(content);
  std::vector<Read> all;
  for (PdfOperation operation; painted.read(operation);) {
    all.push_back({std::string(operation.name), std::string(operation.text), {}});
    for (const PdfOperand& operand : operation.operands) all.back().operands.emplace_back(operand.text);
  }
  return all;
}

TEST(PaintedContent, IsReadOperationByOperation) {
  const std::vector<Read> expected{
      {"rg", "0.1 -.5 1 rg", {"0.1", "-.5", "1"}},
      {"BDC", "\n/Span<</ActualText<feff>/X true>>BDC", {"/Span", "<<", "/ActualText", "<feff>", "/X", "true", ">>"}},
      {"TJ", " [(a)-2<03>]TJ", {"[", "(a)", "-2", "<03>", "]"}},
      {"T*", "\nT*", {}},
      {"", " \n", {}}};
  EXPECT_EQ(read_all("0.1 -.5 1 rg\n/Span<</ActualText<feff>/X true>>BDC [(a)-2<03>]TJ\nT* \n"), expected);
}

TEST(PaintedContent, IsAllThereWhenItsOperationsArePutTogether) {
  for (const std::string content : {"", " ", "q", "q 1 0 0 1 2 3 cm\r\n(\\(()\\\\) Tj ", "1 2", "/a(b)/c<d>Tj"}) {
    std::string together;
    for (const Read& operation : read_all(content)) together += operation.text;
    EXPECT_EQ(together, content);
  }
}

TEST(PaintedContent, StringsSayWhatIsMeant) {
  const auto said = [](const std::string& string) {
    PaintedContent painted(string);
    PdfOperation operation;
    painted.read(operation);
    return operation.operand(0).bytes();
  };
  EXPECT_EQ(said("(a(b)c)"), "a(b)c");
  EXPECT_EQ(said("(\\(\\)\\\\)"), "()\\");
  EXPECT_EQ(said("(\\n\\r\\t\\b\\f\\q)"), "\n\r\t\b\fq");
  EXPECT_EQ(said("(\\101\\60x\\0)"), std::string("A0x\0", 4));
  EXPECT_EQ(said("(a\\\nb\\\r\nc)"), "abc");
  EXPECT_EQ(said("<FEfF 0 9>"), "\xFE\xFF\x09");
  EXPECT_EQ(said("<7>"), "p");
}

TEST(PaintedContent, NumbersAreReadAsPdfHasThem) {
  EXPECT_DOUBLE_EQ(number_of("-0.25"), -0.25);
  EXPECT_DOUBLE_EQ(number_of("+3."), 3);
  EXPECT_DOUBLE_EQ(number_of(".5"), 0.5);
  EXPECT_DOUBLE_EQ(number_of("-.5"), -0.5);
  EXPECT_DOUBLE_EQ(number_of("-"), 0);
}

TEST(PaintedContent, WhatCairoDoesNotWriteIsRefused) {
  for (const char* content : {"% a remark\nq", "BI /W 1 ID x EI", "(never closed", "<41", "{ 1 }", "1 ) Tj", "(a\\)"})
    EXPECT_THROW(read_all(content), RunError) << content;
}

/// One glyph a byte, each half as wide as the type is high.
FontWidths fonts() {
  auto widths = std::make_shared<GlyphWidths>();
  widths->widths.assign(256, 500);
  return {{"/f-0-0", widths}};
}

TEST(TextLayer, WhatIsNoLineOfTextStaysByteForByte) {
  const std::string content = "q\n0.5 0.2 0.1 rg BT 8 0 0 8 1 2 Tm /x5 Do ET\r\n/P<</MCID 0>>BDC EMC Q \n";
  EXPECT_EQ(with_text_layer(content, {}, {}), content);
  EXPECT_EQ(with_text_layer(content, {}, {.is_on_black_ink = true}), "q\n0.5 0.2 0.1 rg" + content.substr(16));
}

TEST(TextLayer, ALineIsSaidOnceAsAWholeAndItsGlyphsSayNothing) {
  const std::string line = "BT/Span<</ActualText<feff00410042>>>BDC /f-0-0 10 Tf (\\101)Tj 5 0 Td <42>Tj EMC ET";
  const std::string layered = with_text_layer(line, fonts(), {});
  EXPECT_EQ(layered,
            "BT\n/L 10 Tf 3 Tr 100.00 Tz [1<00410042>999]TJ 0 Tr 100 Tz\n/Span<</ActualText(\\t)>>BDC\n/Sf-0-0 10 Tf "
            "(\\101)Tj 5 0 Td <42>Tj\nEMC ET");
}

TEST(TextLayer, BlackBecomesItsInkInTheSamePass) {
  EXPECT_EQ(with_text_layer("0 0 0 rg 1 0 0 RG", {}, {.is_on_black_ink = true}), "\n0 g\n1 0 0 RG");
}

}  // namespace
}  // namespace pehchan
