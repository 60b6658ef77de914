#include "sheet/typed_format.h"

#include <gtest/gtest.h>

#include "base/run_error.h"
#include "sheet/check_format.h"
#include "sheet/impose.h"

namespace pehchan {
namespace {

std::string told(const std::string& text, ExitCode code) {
  try {
    read_typed_format(text);
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, code) << text;
    return error.what();
  }
  return "accepted";
}

TEST(TypedFormat, LaysCardsInTheMiddleOfThePaper) {
  const auto format = read_typed_format("3x7@297x420");
  EXPECT_EQ(format.cards_per_sheet(), 21);
  const auto imposition = impose(format);
  const Rect first = imposition.front.slots.front().trim, last = imposition.front.slots.back().trim;
  EXPECT_NEAR(first.x.value, 297 - last.right().value, 1e-9);
  EXPECT_NEAR(first.y.value, 420 - last.bottom().value, 1e-9);
  EXPECT_GT(format.mark_length, 0_mm);
}

TEST(TypedFormat, TakesTheSignOfMultiplicationAndInches) {
  EXPECT_EQ(read_typed_format("3×7@297×420").name, "3x7@297x420");
  EXPECT_NEAR(read_typed_format("2x5@8.5x14in").paper.height.value, 355.6, 1e-9);
}

TEST(TypedFormat, TakesItsSettingsInAnyOrder) {
  const auto format = read_typed_format("2x4@210x297,bleed=1.5,gutter=6,card=90x50,margin=3,marks=2,duplex=short-edge");
  EXPECT_EQ(format.gutter, (Size{6_mm, 6_mm}));
  EXPECT_EQ(format.inner_bleed, 1.5_mm);
  EXPECT_EQ(format.card, (Size{90_mm, 50_mm}));
  EXPECT_EQ(format.mark_length, 2_mm);
  EXPECT_EQ(format.duplex, Duplex::short_edge);
}

TEST(TypedFormat, RefusesASettingThatIsThereTwice) {
  EXPECT_NE(told("2x5@210x297,gutter=2,gutter=3", ExitCode::usage).find("gutter= is there twice"), std::string::npos);
}

TEST(TypedFormat, BleedTowardsANeighbourIsAtMostHalfTheGutter) {
  EXPECT_EQ(read_typed_format("2x5@210x297,gutter=1").inner_bleed, 0.5_mm);
}

TEST(TypedFormat, HasNoMarksWhereThereIsNoRoomForThem) {
  const auto format = read_typed_format("1x1@85.6x53.98,gutter=0,bleed=0,margin=0");
  EXPECT_EQ(format.mark_length, 0_mm);
}

TEST(TypedFormat, RefusesCardsThatDoNotFitThePaper) {
  EXPECT_NE(told("2x6@210x297", ExitCode::bad_config).find("printable area"), std::string::npos);
  EXPECT_NE(told("3x5@210x297,sides=both-up", ExitCode::bad_config).find("even number of columns"), std::string::npos);
}

TEST(TypedFormat, SaysWhatItCannotRead) {
  for (const char* text :
       {"2x@210x297", "0x5@210x297", "2x5@210", "2x5@0x297", "2x5@1e9x297", "2x5@nanxinf", "@",
        "2x5@210x297,"
        "guter=2",
        "2x5@210x297,gutter=x", "2x5@210x297,card=90", "2x5@210x297,sides=top", "999x999@210x297", "2x5@9999x297"})
    EXPECT_NE(told(text, ExitCode::usage), "accepted") << text;
  EXPECT_NE(told("2x5@210x297," + std::string(1000, 'g'), ExitCode::usage).find("too long"), std::string::npos);
}

}  // namespace
}  // namespace pehchan
