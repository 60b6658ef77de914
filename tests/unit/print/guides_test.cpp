#include "print/guides.h"

#include <gtest/gtest.h>

#include <string>

namespace pehchan {
namespace {

/// Where a character of a line that is drawn stands, from the line's left end.
int place_in(const FontSet& fonts, const Font& font, const std::string& line, std::size_t byte) {
  const LayoutHandle layout = fonts.layout(font);
  pango_layout_set_text(layout.get(), line.data(), static_cast<int>(line.size()));
  PangoRectangle place;
  pango_layout_index_to_pos(layout.get(), static_cast<int>(byte), &place);
  return place.x;
}

TEST(Guides, ReadABoxFromLeftToRightBesideWordsFromRightToLeft) {
  const FontSet fonts;
  CardTemplate design;
  design.size = {85.6_mm, 53.98_mm};
  design.front.texts.push_back(
      {.text = "شناختی کارڈ", .box = {3_mm, 41_mm, 20_mm, 8_mm}, .style = {}, .visibility = {}, .where = {}});
  const SideGuides guides = guides_of(design, CardSide::front, fonts, 100_mm);
  std::size_t found = 0;
  for (const DrawnText& text : guides.legend.texts)
    for (const TextLine& line : text.lines) {
      const auto first = line.text.find("[3,"), second = line.text.find("41,"), last = line.text.find("8]");
      if (first == std::string::npos) continue;
      ++found;
      EXPECT_LT(place_in(fonts, text.font, line.text, first), place_in(fonts, text.font, line.text, second));
      EXPECT_LT(place_in(fonts, text.font, line.text, second), place_in(fonts, text.font, line.text, last));
    }
  EXPECT_EQ(found, 1U);
}

}  // namespace
}  // namespace pehchan
