// Every shipped format and every way of laying sides on pages, painted and read back.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/file.h"
#include "batch/file_parts.h"
#include "card/place_barcode.h"
#include "print/paint.h"
#include "print/printed_order.h"
#include "print/read_back.h"
#include "print/released_portraits.h"
#include "sheet/arrange.h"
#include "sheet/find_format.h"
#include "sheet/impose.h"
#include "support/build_paths.h"
#include "symbol/encode_barcode.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

/// The order's cards on another sheet.
SheetDesign on(const SheetFormat& format, const PrintedOrder& order) {
  SheetDesign design = order.design;
  design.format = format;
  design.imposition = impose(format, *turn_to_fit(format, order.design.card.size));
  return design;
}

/// What a record says of a file, and its parts as they were painted.
class Printed {
 public:
  Printed(const SheetFormat& format, Filling filling, std::size_t used = 0, bool has_slip = false) {
    const PrintedOrder& order = printed_order();
    design = on(format, order);
    const std::size_t slips = has_slip ? 1 : 0;
    std::size_t number = 0;
    for (const auto& arranged : arrange(order.drawings.size() + slips, design.imposition.front.slots, filling, used)) {
      ExpectedSheet sheet{{}, label(++number)};
      std::vector<CardDrawings> cards;
      for (std::size_t i = 0; i < arranged.slots.size(); ++i) {
        if (arranged.items[i] < slips) {
          sheet.label.headers.push_back({arranged.slots[i], {"बूथ · Booth 142", "13 कार्ड · 13 cards"}});
          continue;
        }
        sheet.slots.push_back(arranged.slots[i]);
        cards.push_back(order.drawings[arranged.items[i] - slips]);
        expected.push_back(order.expected[arranged.items[i] - slips]);
      }
      drawings.push_back(std::move(cards));
      sheets.push_back(std::move(sheet));
    }
    for (const FilePart& part : parts_of("sheets-0001.pdf", format.sides)) paint(part);
  }

  std::vector<ProofFault> faults() const {
    std::vector<ProofFault> all;
    for (std::size_t i = 0; i < files.size(); ++i)
      for (const auto& fault : proof_sheets(files[i], designs[i], expected, sheets, 2)) all.push_back(fault);
    return all;
  }

  SheetDesign design;
  std::vector<SheetDesign> designs;  ///< of each part
  std::vector<fs::path> files;
  std::vector<ExpectedCard> expected;
  std::vector<ExpectedSheet> sheets;
  std::vector<std::vector<CardDrawings>> drawings;  ///< sheet by sheet

 private:
  SheetLabel label(std::size_t number) const {
    SheetLabel told("J0003 · sheet " + std::to_string(number) + " · copy 1");
    if (const auto& room = design.imposition.front.sheet_code) {
      const auto symbol = encode_barcode(BarcodeKind::code128, "J0003-" + std::to_string(number)).value();
      told.code = DrawnBarcode{symbol, place_barcode(*room, symbol).value()};
    }
    return told;
  }

  void paint(const FilePart& part) {
    designs.push_back(design);
    designs.back().pages = part.pages;
    const fs::path painted = folder_ / (part.name + ".painted"), finished = folder_ / part.name;
    SheetPainter painter(painted, designs.back(), printed_order().fonts, {.title = "sheets", .date = "2026-03-31"});
    for (std::size_t i = 0; i < sheets.size(); ++i) painter.add_sheet(drawings[i], sheets[i].slots, sheets[i].label);
    painter.finish(finished);
    files.push_back(finished);
  }

  ScratchFolder folder_;
};

SheetFormat format_named(const std::string& name) { return find_sheet_format(name, PEHCHAN_SOURCE).format; }

void expect_no_faults(const Printed& printed) {
  for (const ProofFault& fault : printed.faults())
    ADD_FAILURE() << "sheet " << fault.sheet << (fault.side == CardSide::front ? " front" : " back") << " slot "
                  << fault.slot << ": " << fault.reason;
}

TEST(Formats, EveryShippedOneThatTakesTheCardIsPaintedAndReadBack) {
  std::size_t count = 0;
  for (const SheetFormat& format : shipped_formats(PEHCHAN_SOURCE)) {
    if (!turn_to_fit(format, printed_order().design.card.size)) continue;
    SCOPED_TRACE(format.name);
    ++count;
    expect_no_faults(Printed(format, Filling::rows));
  }
  EXPECT_GE(count, 12u);
}

TEST(Formats, StacksAndHalfUsedSheetsAreReadBackWhereverTheirCardsLie) {
  expect_no_faults(Printed(format_named("a4-2x5"), Filling::stacks));
  expect_no_faults(Printed(format_named("a4-2x5"), Filling::columns, 6));
  expect_no_faults(Printed(format_named("dragon-200x300-both-up"), Filling::columns, 3));
}

TEST(Formats, ASlipLiesWhereTheRecordSaysAndNowhereElse) {
  Printed printed(format_named("a4-2x5"), Filling::rows, 0, true);
  expect_no_faults(printed);
  printed.sheets.front().label.headers.front().lines.front() = "बूथ · Booth 143";
  EXPECT_FALSE(printed.faults().empty()) << "another booth's";
  printed.sheets.front().label.headers.clear();
  EXPECT_FALSE(printed.faults().empty()) << "print where no card should be";
}

TEST(Formats, TheBarcodeInTheMarginIsReadBack) {
  Printed printed(format_named("sra3"), Filling::rows);
  ASSERT_TRUE(printed.sheets.front().label.code);
  printed.sheets.front().label.code->symbol.text = "J0003-9";
  const auto faults = printed.faults();
  ASSERT_EQ(faults.size(), 2u) << "front and back";
  EXPECT_NE(faults.front().reason.find("barcode in the margin"), std::string::npos);
}

TEST(Formats, ARecordOfOtherSlotsIsNotTheFiles) {
  Printed printed(format_named("a4-2x5"), Filling::rows);
  printed.sheets.back().slots = {0, 1, 3};
  EXPECT_FALSE(printed.faults().empty());
}

TEST(Formats, CardsInEachOthersPlacesAreSeenAlsoWhereBothSidesAreOnOnePage) {
  for (const char* name : {"dragon-200x300-both-up", "a4-pvc"}) {
    Printed printed(format_named(name), Filling::rows);
    std::swap(printed.expected[0], printed.expected[1]);
    EXPECT_FALSE(printed.faults().empty()) << name;
  }
}

TEST(Formats, FrontsAndBacksApartAreOnePageASheetEach) {
  const Printed printed(format_named("a4-pvc"), Filling::rows);
  ASSERT_EQ(printed.files.size(), 2u);
  for (const fs::path& file : printed.files) {
    const std::string bytes = read_file(file, 1 << 28);
    EXPECT_EQ(PdfReader(bytes, file).pages(), 2u);
  }
  const Printed beside(format_named("dragon-200x300-both-up"), Filling::rows);
  ASSERT_EQ(beside.files.size(), 1u);
  const std::string bytes = read_file(beside.files.front(), 1 << 28);
  EXPECT_EQ(PdfReader(bytes, "beside").pages(), 3u);
}

TEST(Formats, PortraitsAreFoundAgainInEveryKindOfFile) {
  for (const char* name : {"a4-2x5", "a4-pvc", "dragon-200x300-both-up", "epson-r200", "cr80"}) {
    SCOPED_TRACE(name);
    const Printed printed(format_named(name), Filling::stacks);
    for (std::size_t sheet = 0; sheet < printed.sheets.size(); ++sheet) {
      const auto jpegs =
          released_portraits(printed.files.front(), sheet + 1, printed.designs.front(), printed.sheets[sheet].slots);
      ASSERT_EQ(jpegs.size(), printed.sheets[sheet].slots.size());
      for (std::size_t i = 0; i < jpegs.size(); ++i)
        EXPECT_TRUE(jpegs[i] == printed.drawings[sheet][i].front.portrait->portrait.jpeg);
    }
  }
}

}  // namespace
}  // namespace pehchan
