#include "roll/duplicates.h"

#include <gtest/gtest.h>

#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

std::string row(const std::string& number, const std::string& mobile, const std::string& epic,
                const std::string& status = "confirmed") {
  return number + ",Asha Test,12,Bandi,Jhansi,a.jpg," + status + "," + mobile + "," + epic + "\n";
}

TEST(Duplicates, TheSameCardNumberWithholdsAllOfThem) {
  const Roll roll = read(header + row("UP/1", "", "") + row("UP-2", "", "") + row("up-1", "", ""));
  EXPECT_EQ(told(roll), (Lines{"2 member_no member_no_duplicate", "4 member_no member_no_duplicate"}));
  EXPECT_EQ(numbers(roll), Lines{"UP-2"});
  EXPECT_NE(roll.withheld[0].problems[0].reason.en.find("Other rows: 4."), std::string::npos);
}

TEST(Duplicates, TheSameEpicWithholdsAllOfThemInTheOrderOfTheFile) {
  const Roll roll =
      read(header + row("UP-1", "", "ABC1234567") + row("UP-2", "", "bad") + row("UP-3", "", "abc 1234567"));
  EXPECT_EQ(told(roll), (Lines{"2 epic_no epic_duplicate", "3 epic_no epic_malformed", "4 epic_no epic_duplicate"}));
}

TEST(Duplicates, ADoubleThatIsWithheldForAnotherReasonCountsToo) {
  const Roll roll = read(header + row("UP-1", "123", "") + row("UP-1", "", ""));
  EXPECT_EQ(told(roll),
            (Lines{"2 mobile mobile_malformed", "2 member_no member_no_duplicate", "3 member_no member_no_duplicate"}));
}

TEST(Duplicates, PendingAndDeclinedRowsDoNotCount) {
  const Roll roll =
      read(header + row("UP-1", "", "") + row("UP-1", "", "", "pending") + row("UP-1", "", "", "declined"));
  EXPECT_EQ(numbers(roll), Lines{"UP-1"});
  EXPECT_EQ(roll.pending, 1u);
  EXPECT_EQ(roll.declined, 1u);
}

TEST(Duplicates, ASharedMobileIsOnlyANote) {
  const Roll roll =
      read(header + row("UP-1", "9000000001", "") + row("UP-2", "+91 90000-00001", "") + row("UP-3", "", ""));
  EXPECT_EQ(roll.confirmed.size(), 3u);
  ASSERT_EQ(roll.notes.size(), 2u);
  EXPECT_EQ(roll.notes[0].code, "mobile_shared");
  EXPECT_EQ(roll.notes[1].row, 3u);
}

TEST(Duplicates, OnlyTheFirstFewOtherRowsAreNamed) {
  std::string text = header;
  for (int i = 0; i < 10; ++i) text += row("UP-1", "", "");
  const Roll roll = read(text);
  ASSERT_EQ(roll.withheld.size(), 10u);
  EXPECT_NE(roll.withheld[0].problems[0].reason.en.find("Other rows: 3, 4, 5, 6, 7 and 4 more."), std::string::npos);
}

}  // namespace
}  // namespace pehchan
