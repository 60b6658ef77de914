#include "batch/work_order.h"

#include <gtest/gtest.h>

#include "office.h"

namespace pehchan {
namespace {

std::vector<Member> booths_of(const std::vector<std::size_t>& sizes) {
  std::vector<Member> members;
  for (std::size_t booth = 0; booth < sizes.size(); ++booth)
    for (std::size_t i = 0; i < sizes[booth]; ++i) {
      members.push_back(person(members.size() + 1));
      members.back()[Field::booth_no] = std::to_string(booth + 1);
    }
  return members;
}

WorkOrder order_for(const std::vector<std::size_t>& sizes, const Arrangement& arrangement,
                    const WorkRates& rates = {}) {
  const auto members = booths_of(sizes);
  std::vector<const Member*> order;
  for (const Member& member : members) order.push_back(&member);
  return work_order(order, arrangement, 10, 50, rates);
}

TEST(WorkOrder, CountsCardsSheetsBoothsAndTime) {
  std::vector<std::size_t> sizes(96, 50);
  sizes.back() = 62;
  const WorkOrder order = order_for(sizes, {}, {.spare_percent = 3, .sheets_per_minute = 9});
  EXPECT_EQ(order.cards, 4812u);
  EXPECT_EQ(order.sheets, 482u);
  EXPECT_EQ(order.booths, 96u);
  EXPECT_EQ(order.spare_sheets, 15u);
  EXPECT_EQ(order.minutes, 54u);
}

TEST(WorkOrder, BoothsOnSheetsOfTheirOwnNeedMore) {
  EXPECT_EQ(order_for({11, 9}, {}).sheets, 2u);
  EXPECT_EQ(order_for({11, 9}, {.grouping = Grouping::booth}).sheets, 3u);
  EXPECT_EQ(order_for({10, 9}, {.grouping = Grouping::booth, .header = GroupHeader::slip}).sheets, 3u);
  EXPECT_EQ(order_for({10, 9}, {.grouping = Grouping::booth, .header = GroupHeader::sheet}).sheets, 4u);
  EXPECT_EQ(order_for({11, 9}, {.grouping = Grouping::block}).sheets, 2u);
}

TEST(WorkOrder, UsedSlotsOfTheFirstSheetCount) { EXPECT_EQ(order_for({18}, {.start_slot = 4}).sheets, 3u); }

TEST(WorkOrder, NothingToMakeNeedsNothing) { EXPECT_EQ(order_for({}, {}, {.spare_percent = 3}).sheets, 0u); }

TEST(Arrangement, TheUsualOneLeavesOldJobsSettingsAsTheyWere) {
  EXPECT_EQ(settings_word({}), "");
  EXPECT_NE(settings_word({.filling = Filling::stacks}), settings_word({.filling = Filling::columns}));
}

}  // namespace
}  // namespace pehchan
