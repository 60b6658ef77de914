// A comparison that lets everything pass would keep nothing: what it must see.
#include "golden/compare.h"

#include <gtest/gtest.h>

#include "card/parse_template.h"
#include "golden/golden_members.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

constexpr CardSide sides[] = {CardSide::front, CardSide::back};

class Compare : public testing::Test {
 protected:
  Picture picture(const CardTemplate& design, CardSide side) const {
    return coarsened(
        rendered(card_page(design, fonts_, laid_out(design, fonts_, invented_member()), side), golden_dpi));
  }
  /// Whether one side of the shipped card looks the same after this change to it.
  template <class Change>
  bool looks_same(CardSide side, Change change) const {
    CardTemplate changed = design_;
    change(side == CardSide::front ? changed.front : changed.back);
    return difference(side == CardSide::front ? front_ : back_, picture(changed, side)).is_same();
  }
  bool is_drawn(const TextElement& text) const { return !text.visibility.unless; }  // the member has every field

  const FontSet fonts_;
  const CardTemplate design_ = parse_template(PEHCHAN_SOURCE "/templates/member");
  const Picture front_ = picture(design_, CardSide::front), back_ = picture(design_, CardSide::back);
};

TEST_F(Compare, TakesTheSameCardForTheSame) {
  for (const CardSide side : sides) EXPECT_TRUE(looks_same(side, [](SideTemplate&) {}));
}

TEST_F(Compare, SeesEveryTextThatMovesByThreeTenthsOfAMillimetre) {
  for (const CardSide side : sides) {
    for (std::size_t i = 0; i < design_.side(side).texts.size(); ++i) {
      const TextElement& text = design_.side(side).texts[i];
      if (!is_drawn(text)) continue;
      EXPECT_FALSE(looks_same(side, [&](SideTemplate& s) { s.texts[i].box.x += 0.3_mm; })) << text.text;
      EXPECT_FALSE(looks_same(side, [&](SideTemplate& s) { s.texts[i].box.y += 0.3_mm; })) << text.text;
    }
  }
}

TEST_F(Compare, SeesAnotherFaceOrSize) {
  for (const CardSide side : sides) {
    for (std::size_t i = 0; i < design_.side(side).texts.size(); ++i) {
      const TextElement& text = design_.side(side).texts[i];
      if (!is_drawn(text)) continue;
      EXPECT_FALSE(looks_same(side, [&](SideTemplate& s) {
        s.texts[i].style.font.weight ^= font_weight::regular ^ font_weight::bold;
        s.texts[i].style.floor_pt *= 0.8;  // bold is wider and may have to shrink
      })) << text.text;
      EXPECT_FALSE(looks_same(side, [&](SideTemplate& s) {
        s.texts[i].style.font.size_pt *= 0.95;
        s.texts[i].style.floor_pt *= 0.95;
      })) << text.text;
    }
  }
}

TEST_F(Compare, SeesThePortraitAndTheQrCodeMove) {
  EXPECT_FALSE(looks_same(CardSide::front, [](SideTemplate& side) { side.portrait->box.x += 0.3_mm; }));
  EXPECT_FALSE(looks_same(CardSide::back, [](SideTemplate& side) { side.qr->box.y += 0.3_mm; }));
}

TEST_F(Compare, SeesOtherArtwork) {
  EXPECT_FALSE(looks_same(CardSide::front, [](SideTemplate& side) {
    const auto at = side.artwork.bytes.find("<circle r=\"1.3\"/>");  // the smallest thing in it
    ASSERT_NE(at, std::string::npos);
    side.artwork.bytes.erase(at, std::string("<circle r=\"1.3\"/>").size());
  }));
}

TEST(Difference, IsNotFooledByPicturesOfOtherSizes) {
  EXPECT_FALSE(difference({2, 1, std::vector<std::uint8_t>(6)}, {1, 2, std::vector<std::uint8_t>(6)}).is_same());
}

TEST(Difference, LetsAShadeOfAnEdgePass) {
  const Picture white{64, 64, std::vector<std::uint8_t>(64 * 64 * 3, 255)};
  Picture shaded = white;
  for (std::size_t i = 0; i < shaded.rgb.size(); i += 48) shaded.rgb[i] = 235;  // as another renderer's edges may be
  EXPECT_TRUE(difference(white, shaded).is_same());
}

}  // namespace
}  // namespace pehchan
