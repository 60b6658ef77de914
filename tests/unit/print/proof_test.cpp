#include "print/proof.h"

#include <gtest/gtest.h>

#include <atomic>

#include "base/run_error.h"
#include "print/printed_order.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

constexpr unsigned jobs = 2;

std::vector<ProofFault> proof(const std::filesystem::path& pdf, const SheetDesign& design,
                              const std::vector<ExpectedCard>& expected) {
  return proof_sheets(pdf, design, expected, PrintedOrder::slugs(sheets_for(expected.size(), 10)), jobs);
}

std::vector<ProofFault> faults_of(const std::vector<CardDrawings>& cards, const std::vector<ExpectedCard>& expected) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(cards, "proof");
  return proof(pdf, order.design, expected);
}

TEST(Proof, SheetsAsTheyShouldBePass) {
  const auto faults = faults_of(printed_order().drawings, printed_order().expected);
  for (const auto& fault : faults) ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

TEST(Proof, TwoSwappedQrCodesAreFoundAtTheirSlots) {
  auto cards = printed_order().drawings;
  std::swap(cards[1].back.qr->symbol, cards[11].back.qr->symbol);
  const auto faults = faults_of(cards, printed_order().expected);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].sheet, 1U);
  EXPECT_EQ(faults[0].slot, 2U);
  EXPECT_EQ(faults[0].row, 3U);
  EXPECT_EQ(faults[0].side, CardSide::back);
  EXPECT_EQ(faults[1].sheet, 2U);
  EXPECT_EQ(faults[1].slot, 2U);
}

TEST(Proof, ACodeThatTheCallerRefusesIsFoundAtItsSlot) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(order.drawings, "refused");
  std::atomic<std::size_t> asked = 0;
  const CodeCheck check = [&](const std::string& text, const ExpectedCard& card) {
    ++asked;
    EXPECT_EQ(text, card.qr_text);
    return card.row == order.expected[11].row ? std::string("the signature is wrong") : std::string();
  };
  const auto faults = proof_sheets(pdf, order.design, order.expected, PrintedOrder::slugs(2), jobs, check);
  EXPECT_EQ(asked, order.expected.size()) << "each card's";
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].sheet, 2U);
  EXPECT_EQ(faults[0].slot, 2U);
  EXPECT_EQ(faults[0].row, order.expected[11].row);
  EXPECT_EQ(faults[0].reason, "the signature is wrong");
}

TEST(Proof, AQrCodeThatCannotBeReadIsFound) {
  auto cards = printed_order().drawings;
  auto& dark = cards[0].back.qr->symbol.is_dark;
  std::fill(dark.begin(), dark.begin() + static_cast<std::ptrdiff_t>(dark.size() / 2), std::uint8_t{1});
  const auto faults = faults_of(cards, printed_order().expected);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].reason.find("cannot be read"), std::string::npos);
}

TEST(Proof, TwoSwappedPortraitsAreFound) {
  auto cards = printed_order().drawings;
  std::swap(cards[3].front.portrait->portrait, cards[4].front.portrait->portrait);
  const auto faults = faults_of(cards, printed_order().expected);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].slot, 4U);
  EXPECT_EQ(faults[1].slot, 5U);
  EXPECT_EQ(faults[0].side, CardSide::front);
}

// The same person's other photo: the printed window may be nearer to its record than to its own.
TEST(Proof, TwoPhotosOfOnePersonOnASheetPass) {
  auto cards = printed_order().drawings;
  auto expected = printed_order().expected;
  cards[4].front.portrait->portrait = cards[3].front.portrait->portrait;
  expected[4].portrait = expected[3].portrait;
  for (auto& cell : expected[3].portrait.cells) cell = static_cast<std::uint8_t>(cell > 250 ? cell - 3 : cell + 3);
  EXPECT_TRUE(faults_of(cards, expected).empty());
}

TEST(Proof, AMissingPortraitIsFound) {
  auto cards = printed_order().drawings;
  cards[7].front.portrait.reset();
  const auto faults = faults_of(cards, printed_order().expected);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].slot, 8U);
}

TEST(Proof, AFrontWithAnotherCardsBackIsFound) {
  auto cards = printed_order().drawings;
  std::swap(cards[5].front, cards[6].front);
  std::swap(cards[5].front.portrait, cards[6].front.portrait);
  const auto faults = faults_of(cards, printed_order().expected);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_NE(faults[0].reason.find("card number"), std::string::npos);
}

SheetDesign without_artwork() {
  SheetDesign bare = printed_order().design;
  bare.card.front.artwork = bare.card.back.artwork = {};
  return bare;
}

TEST(Proof, BacksThatAreNotMirroredAreFound) {
  const PrintedOrder& order = printed_order();
  for (SheetDesign design : {order.design, without_artwork()}) {
    const auto pdf = order.print(order.drawings, "mirror", design);
    design.imposition.back = design.imposition.front;
    const bool is_bare = design.card.front.artwork.bytes.empty();
    EXPECT_EQ(proof(pdf, design, order.expected).size(), is_bare ? 14U : 2U)
        << "the artwork of two pages, else 13 backs, and print in a slot that should be empty";
  }
}

TEST(Proof, ACardTooManyIsFound) {
  auto cards = printed_order().drawings;
  cards.push_back(cards.front());
  EXPECT_EQ(faults_of(cards, printed_order().expected).size(), 2U) << "its artwork, on both sides";
  const SheetDesign bare = without_artwork();
  const auto faults = proof(printed_order().print(cards, "bare", bare), bare, printed_order().expected);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].slot, 4U);
}

TEST(Proof, AMissingSheetIsFound) {
  auto cards = printed_order().drawings;
  cards.resize(10);
  EXPECT_EQ(faults_of(cards, printed_order().expected).size(), 1U);
}

TEST(Proof, AnotherSheetsSlugIsFoundOnBothSides) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(order.drawings, "slugs");
  auto slugs = PrintedOrder::slugs(2);
  slugs[1] = "J0003 · sheet 2 · copy 2";
  const auto faults = proof_sheets(pdf, order.design, order.expected, slugs, jobs);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].sheet, 2U);
  EXPECT_EQ(faults[0].side, CardSide::front);
  EXPECT_EQ(faults[1].side, CardSide::back);
  EXPECT_NE(faults[0].reason.find("margin"), std::string::npos);
}

TEST(Proof, ASheetWithoutASlugOnRecordDoesNotPass) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(order.drawings, "slugs");
  EXPECT_EQ(proof_sheets(pdf, order.design, order.expected, PrintedOrder::slugs(1), jobs).size(), 1U);
}

TEST(Proof, AFormatWithoutRoomForASlugHasNoneAndPasses) {
  const PrintedOrder& order = printed_order();
  SheetDesign bare = order.design;
  bare.imposition.front.slug.reset();
  bare.imposition.back.slug.reset();
  EXPECT_TRUE(proof(order.print(order.drawings, "bare", bare), bare, order.expected).empty());
}

TEST(Proof, FaultsOfASheetInTheMiddleAreFound) {
  const PrintedOrder& order = printed_order();
  std::vector<CardDrawings> cards;
  std::vector<ExpectedCard> expected;
  for (int i = 0; i < 4; ++i) {
    cards.insert(cards.end(), order.drawings.begin(), order.drawings.begin() + 10);
    expected.insert(expected.end(), order.expected.begin(), order.expected.begin() + 10);
  }
  EXPECT_TRUE(faults_of(cards, expected).empty());
  std::swap(cards[13].front.portrait->portrait, cards[14].front.portrait->portrait);
  std::swap(cards[21].back.qr->symbol, cards[22].back.qr->symbol);
  const auto faults = faults_of(cards, expected);
  ASSERT_EQ(faults.size(), 4U);
  EXPECT_EQ(faults[0].sheet, 2U);
  EXPECT_EQ(faults[0].slot, 4U);
  EXPECT_EQ(faults[3].sheet, 3U);
  EXPECT_EQ(faults[3].slot, 3U);
}

TEST(Proof, AFileCutOffDoesNotPass) {
  const PrintedOrder& order = printed_order();
  const auto pdf = order.print(order.drawings, "cut");
  const std::string bytes = bytes_of(pdf);
  write_bytes(pdf, bytes.substr(0, bytes.size() / 2));
  try {
    EXPECT_FALSE(proof(pdf, order.design, order.expected).empty());
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::internal);
  }
}

}  // namespace
}  // namespace pehchan
