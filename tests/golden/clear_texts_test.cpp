#include <gtest/gtest.h>

#include "card/parse_template.h"
#include "draw/measure.h"
#include "golden/golden_members.h"
#include "golden/shipped_templates.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

struct Ink {
  std::string text;
  Rect box;
};

std::vector<Ink> ink_of(const FontSet& fonts, const CardDrawing& drawing) {
  std::vector<Ink> ink;
  for (const DrawnText& text : drawing.texts) {
    for (const TextLine& line : text.lines) {
      const TextExtent extent = measure_line(fonts, text.font, line.text);
      ink.push_back({line.text,
                     {line.baseline.x - extent.overhang, line.baseline.y - extent.ink_ascent, extent.width,
                      extent.ink_ascent + extent.ink_descent}});
    }
  }
  return ink;
}

class ClearTexts : public testing::TestWithParam<const char*> {
 protected:
  void expect_clear(const Member& member, Mm tolerance = {}) const {
    const CardDrawings card = laid_out(design_, fonts_, member, long_number());
    for (const CardSide side : {CardSide::front, CardSide::back}) {
      auto ink = ink_of(fonts_, literal_drawing(design_, fonts_, side));
      for (Ink& one : ink_of(fonts_, card.side(side))) ink.push_back(std::move(one));
      for (std::size_t i = 0; i < ink.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          EXPECT_FALSE(overlap(ink[i].box, ink[j].box, tolerance)) << ink[i].text << " is printed over " << ink[j].text;
    }
  }

  const FontSet fonts_;
  const CardTemplate design_ = parse_template(PEHCHAN_SOURCE "/templates/" + std::string(GetParam()));
};

TEST_P(ClearTexts, NoTextIsPrintedOverAnother) { expect_clear(invented_member()); }

TEST_P(ClearTexts, NoTextIsPrintedOverAnotherHoweverLongTheyAre) { expect_clear(long_member()); }

TEST_P(ClearTexts, NoTextIsPrintedOverAnotherWithoutALocalName) {
  Member member = long_member();
  member[Field::name_local].clear();
  expect_clear(member);
}

TEST_P(ClearTexts, NoTextIsPrintedOverAnotherInAnyScript) {
  for (const MemberInScript& one : members_in_scripts()) {
    SCOPED_TRACE(one.script);
    // What a word's lowest tail and another's highest mark share is seldom ink.
    expect_clear(one.member, one.script == "urdu" ? 0.6_mm : 0_mm);
  }
}

TEST_P(ClearTexts, NothingDanglesWhereAFieldIsMissing) {
  const CardDrawings card = laid_out(design_, fonts_, bare_member());
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    for (const DrawnText& text : card.side(side).texts) {
      for (const TextLine& line : text.lines)
        EXPECT_FALSE(line.text.starts_with("·") || line.text.ends_with("·") || line.text.ends_with(" ")) << line.text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, ClearTexts, testing::ValuesIn(shipped_templates),
                         [](const auto& test) { return in_test_name(test.param); });

}  // namespace
}  // namespace pehchan
