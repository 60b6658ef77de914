#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "card/place_barcode.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "support/run_program.h"
#include "symbol/encode_barcode.h"

namespace pehchan {
namespace {

const Rect wide{36_mm, 14_mm, 46_mm, 8_mm};
const Rect high{31_mm, 14_mm, 51.6_mm, 11_mm};

DrawnBarcode barcode(BarcodeKind kind, const std::string& text, const Rect& box) {
  BarcodeSymbol symbol = encode_barcode(kind, text).value();
  const Rect place = place_barcode(box, symbol).value();
  return {std::move(symbol), place};
}

/// A card with Code 128 on its back and PDF417 on its front, both of the smallest modules there are.
struct Labelled {
  std::vector<CardDrawings> cards = printed_order().drawings;
  std::vector<ExpectedCard> expected = printed_order().expected;

  Labelled() {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const std::string& number = expected[i].card_number;
      add(i, CardSide::back, barcode(BarcodeKind::code128, number, wide));
      add(i, CardSide::front, barcode(BarcodeKind::pdf417, fmt::format("{0} सदस्य {0} {0} {0} {0}", number), high));
    }
  }
  std::vector<ProofFault> faults(const SheetDesign& design = printed_order().design) const {
    return proof_sheets(printed_order().print(cards, "barcodes", design), design, expected,
                        PrintedOrder::slugs(sheets_for(cards.size(), 10)), 2);
  }

 private:
  void add(std::size_t i, CardSide side, DrawnBarcode drawn) {
    const Mm module = drawn.box.width / drawn.symbol.columns;
    EXPECT_NEAR(module.value, 2 * 25.4 / 300, 1e-9) << "the smallest, which is the hardest to read";
    expected[i].barcodes.push_back({side, drawn.symbol.kind, with_quiet_zone(drawn), module, drawn.symbol.text});
    (side == CardSide::front ? cards[i].front : cards[i].back).barcodes.push_back(std::move(drawn));
  }
};

TEST(ProofOfBarcodes, TwoDotsAModuleReadBack) {
  for (const auto& fault : Labelled().faults())
    ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

TEST(ProofOfBarcodes, ReadBackWhereCardsLieUpsideDown) {
  SheetDesign turned = printed_order().design;
  for (Slot& slot : turned.imposition.back.slots) slot.turn = Turn::half;
  for (Slot& slot : turned.imposition.front.slots) slot.turn = Turn::half;
  for (const auto& fault : Labelled().faults(turned))
    ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

TEST(ProofOfBarcodes, TwoSwappedOnesAreFoundAtTheirSlots) {
  Labelled order;
  std::swap(order.cards[1].back.barcodes, order.cards[11].back.barcodes);
  std::swap(order.cards[4].front.barcodes, order.cards[5].front.barcodes);
  const auto faults = order.faults();
  ASSERT_EQ(faults.size(), 4U);
  EXPECT_EQ(faults[0].side, CardSide::front);
  EXPECT_EQ(faults[0].slot, 5U);
  EXPECT_EQ(faults[0].reason, "a barcode is not this card's");
  EXPECT_EQ(faults[2].side, CardSide::back);
  EXPECT_EQ(faults[2].slot, 2U);
  EXPECT_EQ(faults[3].sheet, 2U);
}

TEST(ProofOfBarcodes, OneThatCannotBeReadIsFound) {
  Labelled order;
  auto& dark = order.cards[0].back.barcodes[0].symbol.is_dark;
  std::fill(dark.begin(), dark.begin() + 60, std::uint8_t{1});
  order.cards[2].front.barcodes.clear();
  const auto faults = order.faults();
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].slot, 3U);
  EXPECT_EQ(faults[0].reason, "a barcode cannot be read");
  EXPECT_EQ(faults[1].slot, 1U);
  EXPECT_EQ(faults[1].side, CardSide::back);
}

}  // namespace
}  // namespace pehchan
