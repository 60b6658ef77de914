#include "printer/ticket.h"

#include <gtest/gtest.h>

#include "base/run_error.h"

namespace pehchan {
namespace {

const Size a4{{210}, {297}}, across{{297}, {210}}, card{{85.6}, {53.98}};

PrinterFacts office() {
  PrinterFacts facts;
  facts.formats = {"application/pdf"};
  facts.sides = {"one-sided", "two-sided-long-edge", "two-sided-short-edge"};
  facts.qualities = {3, 4};
  facts.media = {{21590, 21590, 27940, 27940, {}},
                 {21000, 21000, 29700, 29700, {}},
                 {21000, 21000, 29700, 29700, "iso_a4_210x297mm"}};
  facts.takes_media_col = true;
  return facts;
}

std::string refusal_of(const PrinterFacts& printer, const Size& paper, Duplex duplex = Duplex::long_edge) {
  try {
    ticket_for(printer, paper, duplex, {});
  } catch (const RunError& error) {
    EXPECT_FALSE(error.advice.empty());
    return error.what();
  }
  return "it was taken";
}

TEST(Ticket, NamesThePaperByItsExactSizeWhereThePrinterDoes) {
  const Ticket ticket = ticket_for(office(), a4, Duplex::long_edge, {});
  EXPECT_TRUE(ticket.media.empty());
  EXPECT_EQ(ticket.width, 21000);
  EXPECT_EQ(ticket.height, 29700);
  EXPECT_TRUE(ticket.asks_scaling);
}

TEST(Ticket, NamesThePaperInThePrintersWordsElse) {
  PrinterFacts printer = office();
  printer.takes_media_col = false;
  EXPECT_EQ(ticket_for(printer, a4, Duplex::long_edge, {}).media, "iso_a4_210x297mm");
  printer.media = {{5000, 6000, 8000, 9000, {}}};
  EXPECT_EQ(ticket_for(printer, card, Duplex::long_edge, {}).media, "custom_pehchan_53.98x85.6mm");
}

TEST(Ticket, TakesAPaperThatIsCutALittleOtherwiseAndNoOther) {
  EXPECT_EQ(ticket_for(office(), {{210.3}, {296.8}}, Duplex::long_edge, {}).width, 21000);
  EXPECT_NE(refusal_of(office(), {{211}, {297}}).find("no paper of 211 × 297 mm"), std::string::npos);
  EXPECT_NE(refusal_of(office(), card).find("no paper"), std::string::npos);
}

TEST(Ticket, TurnsThePaperOverItsOwnEdgesHoweverThePageLies) {
  for (const Size& paper : {a4, across}) {
    const auto sides = [&](Duplex duplex) { return ticket_for(office(), paper, duplex, {}).sides; };
    EXPECT_EQ(sides(Duplex::long_edge), "two-sided-long-edge");
    EXPECT_EQ(sides(Duplex::short_edge), "two-sided-short-edge");
    EXPECT_EQ(sides(Duplex::none), "one-sided");
  }
}

TEST(Ticket, RefusesAPrinterThatCannotPrintItAsItIs) {
  PrinterFacts one_side = office(), scaling = office(), raster = office(), silent = office(), off = office();
  one_side.sides = {"one-sided"};
  EXPECT_NE(refusal_of(one_side, a4).find("cannot print two-sided"), std::string::npos);
  EXPECT_EQ(refusal_of(one_side, a4, Duplex::none), "it was taken");
  silent.sides.clear();
  EXPECT_NE(refusal_of(silent, a4).find("cannot print two-sided"), std::string::npos);
  scaling.scalings = {"auto", "fit"};
  EXPECT_NE(refusal_of(scaling, a4).find("scales"), std::string::npos);
  raster.formats = {"image/pwg-raster"};
  EXPECT_NE(refusal_of(raster, a4).find("PDF"), std::string::npos);
  off.is_accepting = false;
  EXPECT_NE(refusal_of(off, a4).find("accepts no jobs"), std::string::npos);
}

TEST(Ticket, AsksForAQualityOnlyWhereThereIsAChoice) {
  EXPECT_EQ(ticket_for(office(), a4, Duplex::long_edge, {.quality = 4}).quality, 4);
  EXPECT_EQ(ticket_for(office(), a4, Duplex::long_edge, {.quality = 5}).quality, 0);
}

}  // namespace
}  // namespace pehchan
