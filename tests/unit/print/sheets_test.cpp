#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "base/run_error.h"
#include "print/inspect_artwork.h"
#include "print/paint.h"
#include "print/printed_order.h"
#include "print/read_back.h"
#include "support/run_program.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class Sheets : public testing::Test {
 protected:
  static void SetUpTestSuite() { pdf = printed_order().print(printed_order().drawings, "sheets"); }
  static fs::path pdf;
};
fs::path Sheets::pdf;

TEST_F(Sheets, EveryPageHasTheSheetsBoxes) {
  QPDF file;
  file.processFile(pdf.c_str());
  const auto pages = QPDFPageDocumentHelper(file).getAllPages();
  EXPECT_EQ(pages.size(), 4U);
  for (auto page : pages)
    for (const char* key : {"/MediaBox", "/TrimBox", "/BleedBox"}) {
      auto box = page.getObjectHandle().getKey(key);
      ASSERT_TRUE(box.isArray()) << key;
      EXPECT_NEAR(box.getArrayItem(2).getNumericValue(), to_pt(210_mm), 0.01);
      EXPECT_NEAR(box.getArrayItem(3).getNumericValue(), to_pt(297_mm), 0.01);
    }
}

TEST_F(Sheets, PortraitsGoInByteForByteAndOnce) {
  QPDF file;
  file.processFile(pdf.c_str());
  std::set<std::string> inside;
  for (auto& object : file.getAllObjects())
    if (object.isStream() && object.getDict().getKey("/Filter").isName() &&
        object.getDict().getKey("/Filter").getName() == "/DCTDecode") {
      const auto raw = object.getRawStreamData();
      inside.insert(std::string(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()));
    }
  EXPECT_EQ(inside.size(), printed_order().drawings.size());
  for (const auto& card : printed_order().drawings) EXPECT_TRUE(inside.contains(card.front.portrait->portrait.jpeg));
}

TEST_F(Sheets, ArtworkIsStoredOnceHoweverManySheets) {
  const auto& order = printed_order();
  std::vector<CardDrawings> ten(order.drawings.begin(), order.drawings.begin() + 10), forty;
  for (int i = 0; i < 4; ++i) forty.insert(forty.end(), ten.begin(), ten.end());
  const auto one = order.print(ten, "one-sheet"), four = order.print(forty, "four-sheets");
  std::size_t portraits = 0;
  for (const auto& card : ten) portraits += card.front.portrait->portrait.jpeg.size();
  const auto rest_of_one = fs::file_size(one) - portraits;
  // Cairo stores equal JPEGs of different surfaces again: only what is not a portrait is compared.
  const auto rest_of_four = fs::file_size(four) - 4 * portraits;
  EXPECT_LT(rest_of_four, rest_of_one * 2) << rest_of_one;
}

TEST_F(Sheets, TheSameOrderGivesTheSameBytes) {
  const auto again = printed_order().print(printed_order().drawings, "again");
  EXPECT_EQ(bytes_of(again), bytes_of(pdf));
}

TEST_F(Sheets, FilesThatShareTheirArtworkAreThoseThatReadItThemselves) {
  const auto& order = printed_order();
  const std::vector<CardDrawings> ten(order.drawings.begin(), order.drawings.begin() + 10);
  const auto usual = order.print(ten, "artwork-of-its-own");
  const auto artwork = read_artwork(order.design.card);
  for (const char* name : {"sharing-first", "sharing-second"}) {
    SheetPainter painter(order.folder / "sharing.painted", order.design, order.fonts,
                         {.title = "sheets", .date = "2026-03-31"}, artwork);
    painter.add_sheet(ten, PrintedOrder::slugs(1).front());
    painter.finish(order.folder / name);
    EXPECT_EQ(bytes_of(order.folder / name), bytes_of(usual)) << name;
  }
}

TEST_F(Sheets, NamesCanBeSearchedFor) {
  const std::string bytes = bytes_of(pdf);
  std::string text;
  for (const auto& word : PdfReader(bytes, "sheets").words(0)) text += word.text + " ";
  EXPECT_NE(text.find("Savitri"), std::string::npos) << text;
  EXPECT_NE(text.find("PCN-001-000001"), std::string::npos) << text;
  EXPECT_NE(text.find("सावित्री देवी कुशवाहा"), std::string::npos) << "no space inside a word: " << text;
}

TEST_F(Sheets, EveryPageSaysWhichSheetAndSideItIs) {
  const std::string bytes = bytes_of(pdf);
  const PdfReader reader(bytes, "sheets");
  const char* sides[] = {"front", "back"};
  for (std::size_t page = 0; page < 4; ++page) {
    const Rect room = *printed_order().design.imposition.side(page % 2 == 0 ? CardSide::front : CardSide::back).slug;
    std::string text;
    for (const auto& word : reader.words(page))
      if (contains(room, {word.centre.x, word.centre.y, {}, {}})) text += word.text + " ";
    EXPECT_EQ(text, "J0003 · sheet " + std::to_string(page / 2 + 1) + " · copy 1 · " + sides[page % 2] + " ");
  }
}

TEST_F(Sheets, ASlugTooLongForItsMarginIsRefused) {
  const auto& order = printed_order();
  SheetPainter painter(order.folder / "long", order.design, order.fonts, {.title = "sheets", .date = "2026-03-31"});
  EXPECT_THROW(painter.add_sheet(std::span(order.drawings).first(1), std::string(200, 'M')), RunError);
}

TEST_F(Sheets, ArtworkThatCannotBeDrawnIsToldByTheNameOfItsFile) {
  const auto& order = printed_order();
  SheetDesign design = order.design;
  design.card.back.artwork = {.file = "lotus.svg", .bytes = "<html/>", .page = 1, .placeholders = {}};
  try {
    SheetPainter(order.folder / "lotus", design, order.fonts, {.title = "sheets", .date = "2026-03-31"});
    FAIL() << "was accepted";
  } catch (const RunError& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with("lotus.svg: ")) << error.what();
  }
}

TEST_F(Sheets, EachBackLiesBehindItsFront) {
  const auto& imposition = printed_order().design.imposition;
  for (std::size_t i = 0; i < imposition.front.slots.size(); ++i) {
    const Rect front = imposition.front.slots[i].trim, back = imposition.back.slots[i].trim;
    EXPECT_NEAR(front.x.value, (210_mm - back.right()).value, 1e-9);
    EXPECT_NEAR(front.y.value, back.y.value, 1e-9);
  }
}

TEST_F(Sheets, UnusedSlotsStayWhite) {
  const std::string bytes = bytes_of(pdf);
  const PageImage image = PdfReader(bytes, "sheets").render(2, 72);
  const auto& slots = printed_order().design.imposition.front.slots;
  EXPECT_FALSE(is_blank(image, slots[2].trim));
  EXPECT_TRUE(is_blank(image, grown(slots[3].trim, -1_mm)));
}

}  // namespace
}  // namespace pehchan
