#include "print/released_portraits.h"

#include <gtest/gtest.h>

#include "base/run_error.h"
#include "print/printed_order.h"
#include "sheet/impose.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

std::vector<std::string> jpegs_of(const std::vector<CardDrawings>& cards, std::size_t first, std::size_t count) {
  std::vector<std::string> jpegs;
  for (std::size_t i = first; i < first + count; ++i) jpegs.push_back(cards[i].front.portrait->portrait.jpeg);
  return jpegs;
}

SheetDesign flipped_over(Duplex edge) {
  SheetDesign design = printed_order().design;
  design.format.duplex = edge;
  design.imposition = impose(design.format);
  return design;
}

void expect_refused(const std::filesystem::path& pdf, std::size_t sheet, std::size_t cards) {
  try {
    released_portraits(pdf, sheet, printed_order().design, first_slots(cards));
    ADD_FAILURE() << pdf << " sheet " << sheet << " was taken";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_input) << error.what();
    EXPECT_FALSE(error.advice.empty());
  }
}

TEST(ReleasedPortraits, ComeBackByteForByteInTheOrderOfTheSlots) {
  const PrintedOrder& order = printed_order();
  for (const Duplex edge : {Duplex::long_edge, Duplex::short_edge}) {
    const SheetDesign design = flipped_over(edge);
    const auto pdf = order.print(order.drawings, "released", design);
    EXPECT_TRUE(released_portraits(pdf, 1, design, first_slots(10)) == jpegs_of(order.drawings, 0, 10));
    EXPECT_TRUE(released_portraits(pdf, 2, design, first_slots(3)) == jpegs_of(order.drawings, 10, 3))
        << "a sheet not full";
  }
}

TEST(ReleasedPortraits, ComeBackFromBacksThatAreMirroredOrTurned) {
  const PrintedOrder& order = printed_order();
  auto cards = order.drawings;
  for (auto& card : cards) card.back = card.front;
  for (const Duplex edge : {Duplex::long_edge, Duplex::short_edge}) {
    SheetDesign design = flipped_over(edge);
    design.card.back = design.card.front;
    design.card.front.portrait.reset();
    const auto pdf = order.print(cards, "backs", design);
    EXPECT_TRUE(released_portraits(pdf, 1, design, first_slots(10)) == jpegs_of(order.drawings, 0, 10));
    EXPECT_TRUE(released_portraits(pdf, 2, design, first_slots(3)) == jpegs_of(order.drawings, 10, 3));
  }
}

TEST(ReleasedPortraits, TwoSlotsWithTheSamePictureBothComeBack) {
  const PrintedOrder& order = printed_order();
  auto cards = order.drawings;
  cards[4] = cards[2];
  const auto pdf = order.print(cards, "twins");
  EXPECT_TRUE(released_portraits(pdf, 1, order.design, first_slots(10)) == jpegs_of(cards, 0, 10));
}

TEST(ReleasedPortraits, APictureOfAnotherShapeThanItsWindowComesBack) {
  const PrintedOrder& order = printed_order();
  auto cards = order.drawings;
  cards[3].front.portrait->portrait.height /= 2;
  const auto pdf = order.print(cards, "wide");
  EXPECT_TRUE(released_portraits(pdf, 1, order.design, first_slots(10)) == jpegs_of(cards, 0, 10));
}

TEST(ReleasedPortraits, AnotherNumberOfCardsThanAreOnTheSheetIsRefused) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(order.drawings, "released");
  expect_refused(pdf, 2, 2);
  expect_refused(pdf, 2, 4);
  expect_refused(pdf, 1, 11);
}

TEST(ReleasedPortraits, ASheetThatIsNotInTheFileIsRefused) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(order.drawings, "released");
  expect_refused(pdf, 0, 10);
  expect_refused(pdf, 3, 3);
}

TEST(ReleasedPortraits, AFileOfOthersOrDamagedOrMissingIsRefused) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(order.drawings, "released");
  const std::string bytes = bytes_of(pdf);
  write_bytes(order.folder / "cut.pdf", bytes.substr(0, bytes.size() / 2));
  write_bytes(order.folder / "words.pdf", "not a PDF");
  auto bare = order.drawings;
  for (auto& card : bare) card.front.portrait.reset();
  expect_refused(order.print(bare, "bare"), 1, 10);
  expect_refused(order.folder / "cut.pdf", 1, 10);
  expect_refused(order.folder / "words.pdf", 1, 10);
  expect_refused(order.folder / "nowhere.pdf", 1, 10);
}

TEST(ReleasedPortraits, ATemplateWithoutAPortraitHasNone) {
  const PrintedOrder& order = printed_order();
  SheetDesign design = order.design;
  design.card.front.portrait.reset();
  EXPECT_TRUE(released_portraits(order.print(order.drawings, "released"), 1, design, first_slots(10)).empty());
}

}  // namespace
}  // namespace pehchan
