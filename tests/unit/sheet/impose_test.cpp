#include "sheet/impose.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sheet/read_format.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

SheetFormat a4() { return read_sheet_format(PEHCHAN_SOURCE "/templates/sheets/a4-2x5.toml"); }

// What the paper does when it is turned over its long (or short) edge.
Rect turned_over(Rect r, const SheetFormat& f) {
  if (f.duplex == Duplex::short_edge) return {r.x, f.paper.height - r.bottom(), r.width, r.height};
  return {f.paper.width - r.right(), r.y, r.width, r.height};
}

void expect_same(Rect a, Rect b) {
  EXPECT_NEAR(a.x.value, b.x.value, 1e-9);
  EXPECT_NEAR(a.y.value, b.y.value, 1e-9);
  EXPECT_NEAR(a.right().value, b.right().value, 1e-9);
  EXPECT_NEAR(a.bottom().value, b.bottom().value, 1e-9);
}

class BothFlips : public testing::TestWithParam<Duplex> {};
INSTANTIATE_TEST_SUITE_P(Impose, BothFlips, testing::Values(Duplex::long_edge, Duplex::short_edge));

TEST_P(BothFlips, EveryBackLiesExactlyBehindItsFront) {
  auto f = a4();
  f.duplex = GetParam();
  const auto imposition = impose(f);
  ASSERT_EQ(imposition.front.slots.size(), 10u);
  for (std::size_t i = 0; i < 10; ++i)
    expect_same(turned_over(imposition.front.slots[i].trim, f), imposition.back.slots[i].trim);
}

TEST_P(BothFlips, BleedOfABackMeetsTheBleedOfItsFront) {
  auto f = a4();
  f.duplex = GetParam();
  const auto imposition = impose(f);
  for (std::size_t i = 0; i < 10; ++i) {
    const auto& front = imposition.front.slots[i];
    const auto& back = imposition.back.slots[i];
    expect_same(turned_over(grown(front.trim, front.bleed), f), grown(back.trim, back.bleed));
  }
}

TEST(Impose, NeighboursNeverOverlapWithTheirBleed) {
  const auto slots = impose(a4()).front.slots;
  for (std::size_t i = 0; i < slots.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(overlap(grown(slots[i].trim, slots[i].bleed), grown(slots[j].trim, slots[j].bleed)))
          << i << ' ' << j;
}

TEST(Impose, SlotsRunRowByRowFromTheTopLeft) {
  const auto slots = impose(a4()).front.slots;
  EXPECT_LT(slots[0].trim.x, slots[1].trim.x);
  EXPECT_EQ(slots[0].trim.y, slots[1].trim.y);
  EXPECT_EQ(slots[0].trim.x, slots[2].trim.x);
  EXPECT_LT(slots[0].trim.y, slots[2].trim.y);
}

Turn back_of(Turn front, Duplex duplex) {
  auto f = a4();
  f.duplex = duplex;
  const auto imposition = impose(f, front);
  EXPECT_EQ(imposition.front.slots[0].turn, front);
  return imposition.back.slots[0].turn;
}

TEST(Impose, BacksAreTurnedByTheEdgeThePaperFlipsOver) {
  EXPECT_EQ(back_of(Turn::none, Duplex::long_edge), Turn::none);
  EXPECT_EQ(back_of(Turn::none, Duplex::short_edge), Turn::half);
  EXPECT_EQ(back_of(Turn::quarter, Duplex::long_edge), Turn::three_quarters);
  EXPECT_EQ(back_of(Turn::quarter, Duplex::short_edge), Turn::quarter);
}

// Whoever looks at a back holds the paper flipped over; a card in the hand is flipped about its own upright axis. Both
// must agree on where each point of the front shows on the back: mirrored from left to right, the top still the top.
TEST_P(BothFlips, ACardFlippedAboutItsOwnUprightAxisIsUprightOnBothSides) {
  auto f = a4();
  f.duplex = GetParam();
  for (const Turn turn : {Turn::none, Turn::quarter, Turn::half, Turn::three_quarters}) {
    const auto imposition = impose(f, turn);
    const bool is_across = turn == Turn::quarter || turn == Turn::three_quarters;
    const Mm width = is_across ? f.card.height : f.card.width;
    const Rect top_left{{}, {}, 1_mm, 2_mm}, inside{4_mm, 7_mm, 20_mm, 3_mm};
    for (std::size_t i = 0; i < 10; ++i)
      for (const Rect& box : {top_left, inside}) {
        const Rect mirrored{width - box.right(), box.y, box.width, box.height};
        expect_same(turned_over(on_sheet(imposition.front.slots[i], box), f),
                    on_sheet(imposition.back.slots[i], mirrored));
      }
  }
}

TEST(TurnToFit, TakesTheSlotsSizeUprightAndAcrossAndNoOther) {
  const auto f = a4();
  EXPECT_EQ(turn_to_fit(f, {85.6_mm, 53.98_mm}), Turn::none);
  EXPECT_EQ(turn_to_fit(f, {53.98_mm, 85.6_mm}), Turn::quarter);
  EXPECT_EQ(turn_to_fit(f, {85.6_mm, 54.5_mm}), std::nullopt);
  EXPECT_EQ(turn_to_fit(f, {54_mm, 86_mm}), std::nullopt);
}

TEST(Impose, CropMarksPointAtEveryTrimAndTouchNoBleed) {
  const auto side = impose(a4()).front;
  EXPECT_EQ(side.crop_marks.size(), 2u * 2 * 2 + 2u * 2 * 5);
  for (const auto& mark : side.crop_marks) {
    const Rect line{std::min(mark.from.x, mark.to.x), std::min(mark.from.y, mark.to.y),
                    std::max(mark.from.x, mark.to.x) - std::min(mark.from.x, mark.to.x) + 0.01_mm,
                    std::max(mark.from.y, mark.to.y) - std::min(mark.from.y, mark.to.y) + 0.01_mm};
    for (const auto& slot : side.slots) EXPECT_FALSE(overlap(line, grown(slot.trim, slot.bleed)));
  }
}

// Files of old have them so: the same order gives the same bytes.
TEST(Impose, CropMarksComeInTheOrderOfTheSlots) {
  const auto back = impose(a4()).back;
  EXPECT_EQ(back.crop_marks.front().from.x, back.slots.front().trim.x);
  EXPECT_EQ(back.crop_marks.front().from.x, 106_mm);
  auto f = a4();
  f.duplex = Duplex::short_edge;
  const auto over = impose(f).back;
  EXPECT_EQ(over.crop_marks[8].from.y, over.slots.front().trim.y);
}

// Formats of all kinds: margins wide and narrow, one card or many, marks or none.
std::vector<SheetFormat> many_formats() {
  std::vector<SheetFormat> formats;
  for (const double top : {2.0, 7.0, 9.55, 14.0, 40.0})
    for (const int columns : {1, 2})
      for (const double mark : {0.0, 3.0})
        for (const Duplex duplex : {Duplex::none, Duplex::long_edge, Duplex::short_edge})
          for (const double wide : {30.0, 85.6}) {
            auto f = a4();
            f.first.y = {top};
            f.columns = columns;
            f.card.width = {wide};
            f.mark_length = {mark};
            f.duplex = duplex;
            formats.push_back(f);
          }
  return formats;
}

Rect hull(const MarkLine& mark) {
  const Mm x = std::min(mark.from.x, mark.to.x), y = std::min(mark.from.y, mark.to.y);
  return grown(Rect{x, y, std::max(mark.from.x, mark.to.x) - x, std::max(mark.from.y, mark.to.y) - y}, 0.1_mm);
}

TEST(Impose, ASlugLiesInThePrintableMarginClearOfCardsAndMarks) {
  std::size_t with_slug = 0;
  for (const auto& f : many_formats()) {
    const auto imposition = impose(f);
    const Rect printable = f.printable();
    for (const auto* side : {&imposition.front, &imposition.back}) {
      if (!side->slug) continue;
      ++with_slug;
      EXPECT_TRUE(contains(printable, *side->slug));
      for (const auto& slot : side->slots) EXPECT_FALSE(overlap(*side->slug, grown(slot.trim, slot.bleed)));
      for (const auto& mark : side->crop_marks) EXPECT_FALSE(overlap(*side->slug, hull(mark)));
    }
  }
  EXPECT_GT(with_slug, many_formats().size() / 2) << "else this proves nothing";
}

TEST(Impose, TheSlugOfA4LiesAboveTheLeftColumnOnBothSides) {
  const auto imposition = impose(a4());
  for (const auto* side : {&imposition.front, &imposition.back}) {
    ASSERT_TRUE(side->slug);
    EXPECT_LT(side->slug->bottom(), 7.55_mm);
    EXPECT_GT(side->slug->x, 18.4_mm);
    EXPECT_LT(side->slug->right(), 104_mm);
  }
}

TEST(Impose, TheSlugGoesBelowWhereThereIsNoRoomAbove) {
  auto f = a4();
  f.first.y = 7_mm;
  f.rows = 4;
  const auto side = impose(f).front;
  ASSERT_TRUE(side.slug);
  EXPECT_GT(side.slug->y, side.slots.back().trim.bottom() + f.outer_bleed);
}

TEST(Impose, ASheetThatIsAllCardHasNoSlug) {
  auto f = a4();
  f.paper = f.card;
  f.columns = f.rows = 1;
  f.first = {};
  f.outer_bleed = f.mark_length = 0_mm;
  f.margin = {};
  EXPECT_FALSE(impose(f).front.slug);
}

TEST(OnSheet, ATurnedCardsBoxLiesAtTheOppositeCorner) {
  const Rect trim{10_mm, 20_mm, 80_mm, 50_mm}, box{1_mm, 2_mm, 3_mm, 4_mm};
  EXPECT_EQ(on_sheet({trim, {}, Turn::none}, box), (Rect{11_mm, 22_mm, 3_mm, 4_mm}));
  EXPECT_EQ(on_sheet({trim, {}, Turn::half}, box), (Rect{86_mm, 64_mm, 3_mm, 4_mm}));
}

TEST(OnSheet, AQuarterClockwisePutsTheCardsTopOnTheRight) {
  const Rect trim{10_mm, 20_mm, 80_mm, 50_mm}, box{1_mm, 2_mm, 3_mm, 4_mm};
  EXPECT_EQ(on_sheet({trim, {}, Turn::quarter}, box), (Rect{84_mm, 21_mm, 4_mm, 3_mm}));
  EXPECT_EQ(on_sheet({trim, {}, Turn::three_quarters}, box), (Rect{12_mm, 66_mm, 4_mm, 3_mm}));
}

TEST(SheetsFor, CountsTheLastPartialSheet) {
  EXPECT_EQ(sheets_for(0, 10), 0u);
  EXPECT_EQ(sheets_for(1, 10), 1u);
  EXPECT_EQ(sheets_for(10, 10), 1u);
  EXPECT_EQ(sheets_for(11, 10), 2u);
}

}  // namespace
}  // namespace pehchan
