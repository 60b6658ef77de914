#include "sheet/impose.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sheet/read_format.h"

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

TEST(Impose, OnlyShortEdgeBacksAreTurned) {
  auto f = a4();
  EXPECT_FALSE(impose(f).back.slots[0].turned);
  f.duplex = Duplex::short_edge;
  EXPECT_TRUE(impose(f).back.slots[0].turned);
  EXPECT_FALSE(impose(f).front.slots[0].turned);
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

TEST(SheetsFor, CountsTheLastPartialSheet) {
  EXPECT_EQ(sheets_for(0, 10), 0u);
  EXPECT_EQ(sheets_for(1, 10), 1u);
  EXPECT_EQ(sheets_for(10, 10), 1u);
  EXPECT_EQ(sheets_for(11, 10), 2u);
}

}  // namespace
}  // namespace pehchan
