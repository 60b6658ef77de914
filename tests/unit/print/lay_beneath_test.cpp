#include "print/lay_beneath.h"

#include <cairo-pdf.h>
#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "base/run_error.h"
#include "draw/canvas.h"
#include "print/made_artwork.h"
#include "print/paint.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "sheet/impose.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

SheetDesign with_artwork(const std::string& pdf, Duplex duplex = Duplex::long_edge) {
  SheetDesign design = printed_order().design;
  design.card.front.artwork = {"front.pdf", pdf, 1, {}};
  design.card.back.artwork = {"back.pdf", pdf, 1, {}};
  design.format.duplex = duplex;
  design.imposition = impose(design.format);
  return design;
}

fs::path printed(const SheetDesign& design, const std::string& name) {
  return printed_order().print(printed_order().drawings, name, design);
}

/// All streams of a file unpacked, pictures left out, one after the other.
std::string drawn_in(const fs::path& pdf) {
  QPDF file;
  file.processFile(pdf.c_str());
  std::string all;
  for (QPDFObjectHandle& object : file.getAllObjects()) {
    if (object.isArray()) all += object.unparse() + "\n";
    if (object.isDictionary()) all += object.unparse() + "\n";
    if (!object.isStream() || object.isImage()) continue;
    all += object.getDict().unparse() + "\n";
    const auto data = object.getStreamData();
    all += std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()) + "\n";
  }
  return all;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

TEST(LayBeneath, InksAndSpotColoursSurviveUntouched) {
  const std::string drawn = drawn_in(printed(with_artwork(made_artwork()), "inks"));
  EXPECT_NE(drawn.find("0 0 1 0 k"), std::string::npos);
  EXPECT_NE(drawn.find("/Separation /PANTONE#20185#20C /DeviceCMYK"), std::string::npos);
  EXPECT_NE(drawn.find("/Spot cs"), std::string::npos);
  EXPECT_EQ(count_of(drawn, "/CS /DeviceRGB /I true"), 0U) << "a page blended in RGB would lose the inks";
}

TEST(LayBeneath, NothingButTheDrawingIsCarriedOver) {
  const std::string pdf = made_artwork([](QPDF& file, QPDFObjectHandle page) {
    const auto script = QPDFObjectHandle::parse("<< /S /JavaScript /JS (app.alert\\(1\\)) >>");
    file.getRoot().replaceKey("/OpenAction", script);
    file.getRoot().replaceKey("/AA", QPDFObjectHandle::parse("<< /WC << /S /Launch /F (cmd.exe) >> >>"));
    file.getRoot().replaceKey(
        "/Names", QPDFObjectHandle::parse("<< /EmbeddedFiles << /Names [(a) << /EF << /F (a) >> >>] >> >>"));
    page.replaceKey("/AA", QPDFObjectHandle::parse("<< >>"));
    page.getKey("/AA").replaceKey("/O", script);
    page.replaceKey("/Annots", QPDFObjectHandle::parse("[<< /Subtype /Link /A << /S /URI /URI (http://a.b) >> >>]"));
    // Also by way of what is drawn with.
    page.replaceKey("/PieceInfo", QPDFObjectHandle::parse("<< /Illustrator << >> >>"));
    QPDFObjectHandle form = stream_in(file, "<< /Subtype /Form /BBox [0 0 9 9] /AF [] >>",
                                      "/P << /MCID 0 /ActualText (x) >> BDC 0 0 9 9 re f EMC");
    form.getDict().replaceKey("/AA", script);
    form.getDict().replaceKey("/StructParent", page);
    QPDFObjectHandle resources = page.getKey("/Resources");
    resources.replaceKey("/XObject", QPDFObjectHandle::parse("<< >>"));
    resources.getKey("/XObject").replaceKey("/X", form);
    resources.replaceKey("/Properties", QPDFObjectHandle::parse("<< >>"));
    resources.getKey("/Properties").replaceKey("/MC0", script);
    page.replaceKey("/Contents", stream_in(file, "<< >>", "/OC /MC0 BDC /X Do EMC"));
  });
  ASSERT_NE(pdf.find("/JavaScript"), std::string::npos) << "else this proves nothing";
  const std::string drawn = drawn_in(printed(with_artwork(pdf), "hostile"));
  for (const char* key : {"/JS", "/JavaScript", "/AA", "/OpenAction", "/Annots", "/EmbeddedFiles", "/Launch", "/URI",
                          "/PieceInfo", "/AF", "/Properties", "/MC0", "/ActualText (x)"})
    EXPECT_EQ(drawn.find(key), std::string::npos) << key;
  EXPECT_NE(drawn.find("0 0 9 9 re"), std::string::npos) << "what it draws is there";
}

/// The grey of a page in the middle of a place, at 72 dpi.
int grey_at(const PageImage& image, const Rect& place) {
  const auto x = static_cast<int>(to_px(place.centre().x, 72)), y = static_cast<int>(to_px(place.centre().y, 72));
  return image.grey[static_cast<std::size_t>(y * image.width + x)];
}

class LaidBeneath : public testing::TestWithParam<Duplex> {};
INSTANTIATE_TEST_SUITE_P(LayBeneath, LaidBeneath, testing::Values(Duplex::long_edge, Duplex::short_edge));

TEST_P(LaidBeneath, LiesAtEverySlotTurnedAsTheCardAndCutAtItsBleed) {
  const SheetDesign design = with_artwork(made_artwork(), GetParam());
  const std::string bytes = bytes_of(printed(design, "laid"));
  const PdfReader reader(bytes, "laid");
  for (std::size_t page = 0; page < 4; ++page) {
    const PageImage image = reader.render(page, 72);
    const CardSide side = page % 2 == 0 ? CardSide::front : CardSide::back;
    const auto& slots = design.imposition.side(side).slots;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const bool is_filled = page < 2 || i < 3;
      const int yellow = grey_at(image, on_sheet(slots[i], {0.5_mm, 52_mm, 1_mm, 1_mm}));
      const int band = grey_at(image, on_sheet(slots[i], {0.5_mm, 0.5_mm, 1_mm, 1_mm}));
      EXPECT_EQ(yellow < 250 && yellow > 200, is_filled) << page << ' ' << i << ' ' << yellow;
      EXPECT_EQ(band < 150, is_filled) << page << ' ' << i << ' ' << band;
    }

    EXPECT_EQ(grey_at(image, {15.5_mm, 40_mm, 0.4_mm, 0.4_mm}), 255) << "beyond the bleed";
  }
}

TEST_P(LaidBeneath, PassesTheProof) {
  const SheetDesign design = with_artwork(made_artwork(), GetParam());
  const auto faults =
      proof_sheets(printed(design, "proof"), design, printed_order().expected, PrintedOrder::slugs(2), 2);
  for (const auto& fault : faults) ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

/// A studio's page, 60 mm larger than the card all round, full of words outside the trim and its bleed.
std::string made_with_words_around(const fs::path& file) {
  const Mm margin = 60_mm, width = 85.6_mm + 2 * margin, height = 53.98_mm + 2 * margin;
  {
    const SurfaceHandle surface(cairo_pdf_surface_create(file.c_str(), to_pt(width), to_pt(height)));
    const CairoHandle cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
    for (Mm y = 5_mm; y < height; y = y + 2_mm)
      for (Mm x = 5_mm; x < width - 20_mm; x = x + 20_mm)
        if (y <= margin - 3_mm || y > height - margin + 10_mm || x < margin - 20_mm || x > width - margin + 5_mm)
          draw_text(cairo.get(), printed_order().fonts, {{{"Job 4711", {x, y}}}, {"Noto Sans", 400, 6}, {0, 0, 0}});
    cairo_surface_finish(surface.get());
  }
  QPDF pdf;
  pdf.processFile(file.c_str());
  const double edge = to_pt(margin);
  QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle().replaceKey(
      "/TrimBox", QPDFObjectHandle::newFromRectangle({edge, edge, to_pt(width) - edge, to_pt(height) - edge}));
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

// Poppler reads words that are cut off as well, and one of them lies where the sheet's own line is.
TEST(LayBeneath, WordsAroundTheArtworkDoNotHinderTheProof) {
  const ScratchFolder folder;
  const SheetDesign design = with_artwork(made_with_words_around(folder / "studio.pdf"));
  const auto faults =
      proof_sheets(printed(design, "words"), design, printed_order().expected, PrintedOrder::slugs(2), 2);
  for (const auto& fault : faults) ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

TEST(LayBeneath, TheSameOrderGivesTheSameBytes) {
  const SheetDesign design = with_artwork(made_artwork());
  EXPECT_EQ(bytes_of(printed(design, "one")), bytes_of(printed(design, "two")));
}

/// Artwork that cannot be packed small: `bytes` of noise as a picture.
std::string noisy_artwork(std::size_t bytes) {
  return made_artwork([=](QPDF& pdf, QPDFObjectHandle page) {
    std::string noise;
    unsigned state = 1;
    for (std::size_t i = 0; i < bytes; ++i) noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    page.getKey("/Resources").replaceKey("/XObject", QPDFObjectHandle::parse("<< >>"));
    page.getKey("/Resources")
        .getKey("/XObject")
        .replaceKey("/X", stream_in(pdf,
                                    "<< /Subtype /Image /Width 1000 /Height " + std::to_string(bytes / 3000) +
                                        " /ColorSpace /DeviceRGB /BitsPerComponent 8 >>",
                                    noise));
    page.replaceKey("/Contents", stream_in(pdf, "<< >>", "90 0 0 90 0 0 cm /X Do"));
  });
}

/// Thousands of shapes of which no two are equal.
std::string noisy_svg() {
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 57.98\">";
  unsigned state = 1;
  const auto number = [&] { return std::to_string((state = state * 1664525U + 1013904223U) >> 8); };
  for (int i = 0; i < 5000; ++i) svg += "<path d=\"M." + number() + " ." + number() + "l." + number() + " 1 1 1\"/>";
  return svg + "</svg>";
}

/// How much larger a file of so many sheets is with this artwork than without.
double growth(const ArtworkFile& artwork, int sheets) {
  const auto& order = printed_order();
  std::vector<CardDrawings> bare(order.drawings.begin(), order.drawings.begin() + 10), cards;
  for (CardDrawings& one : bare) one.front.portrait.reset();
  for (int i = 0; i < sheets; ++i) cards.insert(cards.end(), bare.begin(), bare.end());
  SheetDesign with = order.design;
  with.card.front.artwork = artwork;
  with.card.back.artwork = {};
  SheetDesign without = with;
  without.card.front.artwork = {};
  return static_cast<double>(fs::file_size(order.print(cards, "with", with))) -
         static_cast<double>(fs::file_size(order.print(cards, "without", without)));
}

TEST(LayBeneath, TheFileGrowsByTheArtworkOnceForOneAndForFortySheets) {
  const ArtworkFile pdf{"front.pdf", noisy_artwork(600'000), 1, {}}, svg{"front.svg", noisy_svg(), 1, {}};
  EXPECT_NEAR(growth(pdf, 1), 600'000, 10'000);
  EXPECT_NEAR(growth(pdf, 40), 600'000, 20'000);
  const double once = growth(svg, 1);
  EXPECT_GT(once, 50'000) << "else this proves nothing";
  EXPECT_NEAR(growth(svg, 40), once, 15'000);
}

TEST(LayBeneath, ArtworkThatCannotBeUsedIsRefusedBeforeACardIsPainted) {
  const SheetDesign design = with_artwork("%PDF-1.4 and no more");
  EXPECT_THROW(SheetPainter(printed_order().folder / "no", design, printed_order().fonts,
                            {.title = "sheets", .date = "2026-03-31"}),
               RunError);
}

}  // namespace
}  // namespace pehchan
