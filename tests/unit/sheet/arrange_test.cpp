#include "sheet/arrange.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "sheet/find_format.h"
#include "sheet/impose.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

constexpr Filling fillings[] = {Filling::rows, Filling::columns, Filling::stacks};
const std::size_t counts[] = {1, 2, 3, 9, 10, 11, 20, 21, 22, 57, 100, 481};

std::vector<SheetFormat> formats() { return shipped_formats(PEHCHAN_SOURCE); }

std::vector<std::size_t> upto(std::size_t count) {
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

TEST(Arrange, EveryItemLiesOnExactlyOneSlot) {
  for (const SheetFormat& format : formats())
    for (const Filling filling : fillings)
      for (const std::size_t count : counts) {
        const auto slots = impose(format).front.slots;
        std::vector<std::size_t> seen;
        for (const ArrangedSheet& sheet : arrange(count, slots, filling, 0)) {
          ASSERT_EQ(sheet.slots.size(), sheet.items.size());
          ASSERT_FALSE(sheet.slots.empty()) << "a sheet for nothing";
          EXPECT_TRUE(std::ranges::is_sorted(sheet.slots));
          EXPECT_EQ(std::ranges::adjacent_find(sheet.slots), sheet.slots.end()) << "two in one slot";
          EXPECT_LT(sheet.slots.back(), slots.size());
          seen.insert(seen.end(), sheet.items.begin(), sheet.items.end());
        }
        std::ranges::sort(seen);
        EXPECT_EQ(seen, upto(count)) << format.name;
      }
}

TEST(Arrange, NeedsNoMoreSheetsThanHoldThem) {
  for (const SheetFormat& format : formats())
    for (const Filling filling : fillings)
      for (const std::size_t count : counts)
        EXPECT_EQ(arrange(count, impose(format).front.slots, filling, 0).size(),
                  sheets_for(count, static_cast<std::size_t>(format.cards_per_sheet())));
}

// What the guillotine does: sheets lie in order, the first on top; each slot becomes a stack; stacks are laid upon each
// other, the first slot's on top.
TEST(Arrange, StacksPiledSlotBySlotAreInOrder) {
  for (const SheetFormat& format : formats())
    for (const std::size_t count : counts) {
      const auto slots = impose(format).front.slots;
      const auto sheets = arrange(count, slots, Filling::stacks, 0);
      std::vector<std::size_t> pile;
      for (std::size_t slot = 0; slot < slots.size(); ++slot)
        for (const ArrangedSheet& sheet : sheets)
          if (const auto at = std::ranges::find(sheet.slots, slot); at != sheet.slots.end())
            pile.push_back(sheet.items[static_cast<std::size_t>(at - sheet.slots.begin())]);
      EXPECT_EQ(pile, upto(count)) << format.name << ' ' << count;
    }
}

TEST(Arrange, ColumnsRunDownBeforeTheyRunRight) {
  const auto slots = impose(find_sheet_format("a4-2x5", PEHCHAN_SOURCE).format).front.slots;
  EXPECT_EQ(order_of(slots, Filling::columns), (std::vector<std::size_t>{0, 2, 4, 6, 8, 1, 3, 5, 7, 9}));
  EXPECT_EQ(order_of(slots, Filling::rows), upto(10));
}

TEST(Arrange, AHalfUsedSheetIsFilledFromItsFirstFreeSlot) {
  const auto slots = impose(find_sheet_format("a4-2x5", PEHCHAN_SOURCE).format).front.slots;
  const auto sheets = arrange(9, slots, Filling::rows, 3);
  ASSERT_EQ(sheets.size(), 2u);
  EXPECT_EQ(sheets[0].slots, (FilledSlots{3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(sheets[1].slots, (FilledSlots{0, 1}));
  EXPECT_EQ(sheets[1].items, (std::vector<std::size_t>{7, 8}));
}

}  // namespace
}  // namespace pehchan
