#include <gtest/gtest.h>

#include "card/parse_template.h"
#include "draw/measure.h"
#include "golden/golden_members.h"

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

class ClearTexts : public testing::Test {
 protected:
  void expect_clear(const Member& member) const {
    const CardDrawings card = laid_out(design_, fonts_, member);
    for (const CardSide side : {CardSide::front, CardSide::back}) {
      auto ink = ink_of(fonts_, literal_drawing(design_, fonts_, side));
      for (Ink& one : ink_of(fonts_, side == CardSide::front ? card.front : card.back)) ink.push_back(std::move(one));
      for (std::size_t i = 0; i < ink.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          EXPECT_FALSE(overlap(ink[i].box, ink[j].box)) << ink[i].text << " is printed over " << ink[j].text;
    }
  }

  const FontSet fonts_;
  const CardTemplate design_ = parse_template(PEHCHAN_SOURCE "/templates/member");
};

TEST_F(ClearTexts, NoTextIsPrintedOverAnother) { expect_clear(invented_member()); }

TEST_F(ClearTexts, NoTextIsPrintedOverAnotherHoweverLongTheyAre) { expect_clear(long_member()); }

TEST_F(ClearTexts, NoTextIsPrintedOverAnotherWithoutALocalName) {
  Member member = long_member();
  member[Field::name_local].clear();
  expect_clear(member);
}

TEST_F(ClearTexts, ABoothWithoutANameHasNoDanglingDot) {
  for (const DrawnText& text : laid_out(design_, fonts_, bare_member()).front.texts)
    for (const TextLine& line : text.lines) EXPECT_EQ(line.text.find("·"), std::string::npos) << line.text;
}

}  // namespace
}  // namespace pehchan
