#include "print/correction.h"

#include <gtest/gtest.h>

#include <cmath>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/file.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "print/released_portraits.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

namespace fs = std::filesystem;

const PrinterProfile office{.name = "office",
                            .tray = "main",
                            .paper = {{210}, {297}},
                            .front = {.right = {1.7},
                                      .down = {-0.9},
                                      .scale_across = 1.004,
                                      .scale_down = 0.996,
                                      .turn_across = 0.5,
                                      .turn_down = 0.4},
                            .back = {.right = {-1.1},
                                     .down = {2.2},
                                     .scale_across = 0.998,
                                     .scale_down = 1.001,
                                     .turn_across = -0.6,
                                     .turn_down = -0.6}};

SheetDesign for_office(const SheetDesign& design) {
  SheetDesign corrected = design;
  corrected.printer = office;
  return corrected;
}

std::vector<ProofFault> faults_of(const fs::path& pdf, const SheetDesign& design) {
  return proof_sheets(pdf, design, printed_order().expected, PrintedOrder::slugs(2), 2);
}

/// The file with one of its pages changed.
fs::path changed(const fs::path& pdf, const char* name,
                 const std::function<void(QPDF&, QPDFPageObjectHelper)>& change) {
  QPDF file;
  file.processFile(pdf.c_str());
  change(file, QPDFPageDocumentHelper(file).getAllPages().at(2));
  const fs::path other = pdf.parent_path() / name;
  QPDFWriter writer(file, other.c_str());
  writer.write();
  return other;
}

void expect_third_page_wrong(const fs::path& pdf, const SheetDesign& design) {
  const auto faults = faults_of(pdf, design);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].sheet, 2U);
  EXPECT_EQ(faults[0].side, CardSide::front);
  EXPECT_NE(faults[0].reason.find("not moved"), std::string::npos) << faults[0].reason;
}

TEST(Correction, OfACardsSheetsPassesItsProof) {
  for (const PrintedOrder* order : {&printed_order(), &upright_order()}) {
    const SheetDesign design = for_office(order->design);
    const auto pdf = order->print(order->drawings, "corrected", design);
    for (const auto& fault : proof_sheets(pdf, design, order->expected, PrintedOrder::slugs(2), 2))
      ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
  }
}

TEST(Correction, IsNotThereWithoutAPrinter) {
  const PrintedOrder& order = printed_order();
  const std::string plain = bytes_of(order.print(order.drawings, "plain"));
  EXPECT_EQ(bytes_of(order.print(order.drawings, "plain-again", order.design)), plain);
  EXPECT_NE(bytes_of(order.print(order.drawings, "corrected", for_office(order.design))), plain);
}

TEST(Correction, OfAnotherPrinterOrNoneFailsTheProof) {
  const PrintedOrder& order = printed_order();
  const SheetDesign design = for_office(order.design);
  SheetDesign other = design;
  other.printer->back.right += 0.01_mm;
  EXPECT_EQ(faults_of(order.print(order.drawings, "plain"), design).size(), 4U);
  EXPECT_EQ(faults_of(order.print(order.drawings, "other", other), design).size(), 2U) << "the backs only";
  EXPECT_FALSE(faults_of(order.print(order.drawings, "corrected", design), order.design).empty());
}

TEST(Correction, LetsNothingBeDrawnBesideIt) {
  const PrintedOrder& order = printed_order();
  const SheetDesign design = for_office(order.design);
  const auto pdf = order.print(order.drawings, "corrected", design);
  const auto stream = [](QPDF& file, const char* text) { return QPDFObjectHandle::newStream(&file, text); };
  expect_third_page_wrong(changed(pdf, "behind.pdf",
                                  [&](QPDF& file, QPDFPageObjectHelper page) {
                                    page.addPageContents(stream(file, "0 0 50 50 re f\n"), false);
                                  }),
                          design);
  expect_third_page_wrong(changed(pdf, "before.pdf",
                                  [&](QPDF& file, QPDFPageObjectHelper page) {
                                    page.addPageContents(stream(file, "0 0 50 50 re f\n"), true);
                                  }),
                          design);
  expect_third_page_wrong(changed(pdf, "out-of-it.pdf",
                                  [&](QPDF& file, QPDFPageObjectHelper page) {
                                    auto contents = page.getPageContents();
                                    contents.insert(contents.end() - 1, stream(file, "Q 0 0 50 50 re f q\n"));
                                    page.getObjectHandle().replaceKey("/Contents",
                                                                      QPDFObjectHandle::newArray(contents));
                                  }),
                          design);
}

TEST(Correction, LeavesThePortraitsToBeTakenOutAgain) {
  const PrintedOrder& order = printed_order();
  const SheetDesign design = for_office(order.design);
  const auto jpegs = released_portraits(order.print(order.drawings, "corrected", design), 1, design, 10);
  ASSERT_EQ(jpegs.size(), 10U);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_TRUE(jpegs[i] == order.drawings[i].front.portrait->portrait.jpeg);
}

/// Where the ink of a mark lies: of an upright one from left to right, of a level one from the top down. The page is
/// seen as it comes out of the printer.
double place_of(const PageImage& page, const MarkLine& mark, const PaperMap& coming_out) {
  const bool is_upright = mark.from.x == mark.to.x;
  const PaperMap back = inverse_of(coming_out);
  double sum = 0, place = 0;
  const double along = is_upright ? ((mark.from.y + mark.to.y) / 2).value : ((mark.from.x + mark.to.x) / 2).value;
  const double across = is_upright ? mark.from.x.value : mark.from.y.value;
  for (double at = across - 1; at < across + 1; at += 0.01) {
    const Point p = mapped(back, is_upright ? Point{{at}, {along}} : Point{{along}, {at}});
    const double x = to_px(p.x, page.dpi) - 0.5, y = to_px(p.y, page.dpi) - 0.5;
    const auto ix = static_cast<int>(std::floor(x)), iy = static_cast<int>(std::floor(y));
    const auto value = [&](int dx, int dy) {
      return 255.0 - page.grey[static_cast<std::size_t>((iy + dy) * page.width + ix + dx)];
    };
    const double u = x - ix, v = y - iy;
    const double ink =
        (1 - v) * ((1 - u) * value(0, 0) + u * value(1, 0)) + v * ((1 - u) * value(0, 1) + u * value(1, 1));
    sum += ink, place += ink * at;
  }
  return sum > 0 ? place / sum : -1000;
}

TEST(Correction, PutsTheCropMarksOfAJobWhereTheyBelongWhenThePrinterHasMovedThem) {
  const PrintedOrder& order = printed_order();
  const SheetDesign design = for_office(order.design);
  const auto pdf = order.print(order.drawings, "corrected", design);
  const std::string bytes = bytes_of(pdf);
  const PdfReader reader(bytes, "corrected");
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const PageImage page = reader.render(side == CardSide::front ? 0 : 1, 300);
    const PaperMap coming_out = map_of(side == CardSide::front ? office.front : office.back, office.paper);
    ASSERT_GT(design.imposition.side(side).crop_marks.size(), 8U);
    for (const MarkLine& mark : design.imposition.side(side).crop_marks)
      EXPECT_NEAR(place_of(page, mark, coming_out), (mark.from.x == mark.to.x ? mark.from.x : mark.from.y).value, 0.05);
  }
}

}  // namespace
}  // namespace pehchan
