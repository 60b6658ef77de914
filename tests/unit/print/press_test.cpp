#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <regex>

#include "base/run_error.h"
#include "print/card_pages.h"
#include "print/made_artwork.h"
#include "print/press_profile.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "sheet/impose.h"
#include "support/build_paths.h"
#include "support/run_program.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;

SheetDesign design_for(Purpose purpose) {
  SheetDesign design = printed_order().design;
  design.profile = read_press_profile(purpose, {});
  return design;
}

/// A file of all cards of printed_order(), made once for each purpose.
const fs::path& printed_for(Purpose purpose) {
  static std::map<Purpose, fs::path> made;
  fs::path& pdf = made[purpose];
  if (pdf.empty())
    pdf = printed_order().print(printed_order().drawings, std::string(word_of(purpose)), design_for(purpose));
  return pdf;
}

bool is_content(Handle& object) {
  return object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form");
}

std::string text_of(Handle stream) {
  const auto data = stream.getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// The content of all pages and forms.
std::string drawn_in(QPDF& pdf) {
  std::string all;
  for (Handle& object : pdf.getAllObjects())
    if (is_content(object)) all += text_of(object) + "\n";
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages())
    for (Handle& content : page.getPageContents()) all += text_of(content) + "\n";
  return all;
}

std::size_t count(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), expression), std::sregex_iterator()));
}

struct Opened {
  explicit Opened(const fs::path& file) { pdf.processFile(file.c_str()); }
  Handle root() { return pdf.getRoot(); }
  Handle info() { return pdf.getTrailer().getKey("/Info"); }
  std::string xmp() { return text_of(root().getKey("/Metadata")); }
  QPDF pdf;
};

std::vector<ProofFault> faults_of(const fs::path& pdf, const SheetDesign& design) {
  const auto& order = printed_order();
  return proof_sheets(pdf, design, order.expected, PrintedOrder::slugs(2), 2);
}

TEST(Press, AnOfficeFileClaimsNothing) {
  Opened file(printed_for(Purpose::office));
  EXPECT_FALSE(file.root().hasKey("/Metadata"));
  EXPECT_FALSE(file.root().hasKey("/OutputIntents"));
  EXPECT_EQ(bytes_of(printed_for(Purpose::office)),
            bytes_of(printed_order().print(printed_order().drawings, "no-profile")));
}

TEST(Press, APressFileSaysThatItIsX4InInfoAndXmpAlike) {
  Opened file(printed_for(Purpose::press));
  EXPECT_EQ(file.pdf.getPDFVersion(), "1.6");
  EXPECT_TRUE(file.pdf.getTrailer().getKey("/ID").isArray());
  EXPECT_EQ(file.info().getKey("/GTS_PDFXVersion").getUTF8Value(), "PDF/X-4");
  EXPECT_EQ(file.info().getKey("/Trapped").getName(), "/False");
  EXPECT_EQ(file.info().getKey("/CreationDate").getUTF8Value(), "D:20260331000000Z");
  Handle metadata = file.root().getKey("/Metadata");
  EXPECT_FALSE(metadata.getDict().hasKey("/Filter")) << "readable without unpacking";
  for (const char* word : {">PDF/X-4</pdfxid:GTS_PDFXVersion>", "<pdf:Trapped>False</pdf:Trapped>", ">sheets</rdf:li>",
                           "<xmp:CreateDate>2026-03-31T00:00:00Z</xmp:CreateDate>", "<xmpMM:DocumentID>uuid:"})
    EXPECT_NE(file.xmp().find(word), std::string::npos) << word;
}

TEST(Press, APressFileNamesItsInks) {
  Opened file(printed_for(Purpose::press));
  ASSERT_EQ(file.root().getKey("/OutputIntents").getArrayNItems(), 1);
  Handle intent = file.root().getKey("/OutputIntents").getArrayItem(0);
  EXPECT_EQ(intent.getKey("/S").getName(), "/GTS_PDFX");
  EXPECT_EQ(intent.getKey("/OutputConditionIdentifier").getUTF8Value(), "FOGRA39");
  EXPECT_EQ(intent.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValue(), 4);
  EXPECT_EQ(text_of(intent.getKey("/DestOutputProfile")), bytes_of(PEHCHAN_SOURCE "/icc/FOGRA39L.icc"));
}

TEST(Press, BlackIsOnItsOwnInk) {
  Opened office(printed_for(Purpose::office)), press(printed_for(Purpose::press));
  const char* neutral = R"((^|\s)([01](\.0+)?|0\.\d+)\s+\2\s+\2\s+(rg|RG)\b)";
  EXPECT_GT(count(drawn_in(office.pdf), neutral), 10U);
  EXPECT_EQ(count(drawn_in(press.pdf), neutral), 0U);
  EXPECT_GT(count(drawn_in(press.pdf), R"((^|\s)0\s+(g|G)\b)"), 10U);
}

// Painted by another profile it stays a mixture of three.
TEST(Press, SmallTypeThatIsNearlyGreyIsPaintedInATintOfBlack) {
  auto drawings = std::vector(printed_order().drawings.begin(), printed_order().drawings.begin() + 1);
  ASSERT_FALSE(drawings[0].front.texts.empty());
  for (DrawnText& text : drawings[0].front.texts) {
    text.colour = {0.36, 0.43, 0.44};
    text.font.size_pt = 6;
  }
  const auto painted_for = [&](Purpose purpose) {
    QPDF pdf;
    pdf.processFile(
        printed_order().print(drawings, "small-" + std::string(word_of(purpose)), design_for(purpose)).c_str());
    return drawn_in(pdf);
  };
  const std::string press = painted_for(Purpose::press), office = painted_for(Purpose::office);
  EXPECT_EQ(count(press, R"(0?\.36\d* 0?\.4[23]\d* 0?\.4[34]\d* rg)"), 0U);
  EXPECT_GE(count(press, R"(0?\.4[012]\d* g)"), 1U) << "as bright as it was";
  EXPECT_GE(count(office, R"(0?\.36\d* 0?\.4[23]\d* 0?\.4[34]\d* rg)"), 1U);
}

TEST(Press, NothingIsBlendedInRgbAndRgbMeansSrgb) {
  Opened file(printed_for(Purpose::press));
  std::size_t contents = 0;
  const auto check = [&](Handle owner) {
    ++contents;
    if (owner.getKey("/Group").isDictionary()) {
      EXPECT_EQ(owner.getKey("/Group").getKey("/CS").unparse(), "/DeviceCMYK");
    }
    Handle space = owner.getKey("/Resources").getKey("/ColorSpace").getKey("/DefaultRGB");
    ASSERT_TRUE(space.isArray()) << owner.unparse();
    EXPECT_EQ(space.getArrayItem(1).getDict().getKey("/N").getIntValue(), 3);
  };
  for (auto& page : QPDFPageDocumentHelper(file.pdf).getAllPages()) check(page.getObjectHandle());
  for (Handle& object : file.pdf.getAllObjects())
    if (is_content(object)) check(object.getDict());
  EXPECT_GT(contents, 8U);
}

TEST(Press, APressFilePassesItsProofAndIsTheSameEachTime) {
  const SheetDesign design = design_for(Purpose::press);
  EXPECT_TRUE(faults_of(printed_for(Purpose::press), design).empty());
  const fs::path again = printed_order().print(printed_order().drawings, "again-press", design);
  EXPECT_EQ(bytes_of(again), bytes_of(printed_for(Purpose::press)));
}

TEST(Press, TheProofSeesAWrongPortraitInAPressFile) {
  auto drawings = printed_order().drawings;
  std::swap(drawings[0].front.portrait, drawings[1].front.portrait);
  const SheetDesign design = design_for(Purpose::press);
  EXPECT_EQ(faults_of(printed_order().print(drawings, "swapped-press", design), design).size(), 2U);
}

TEST(Press, TheProofRefusesAPressFileThatBreaksARuleOfX4) {
  const fs::path broken = printed_order().folder / "broken-press.pdf";
  {
    Opened file(printed_for(Purpose::press));
    file.info().removeKey("/Trapped");
    QPDFWriter writer(file.pdf, broken.c_str());
    writer.setDeterministicID(true);
    writer.write();
  }
  const auto faults = faults_of(broken, design_for(Purpose::press));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults.front().reason.find("trapping"), std::string::npos) << faults.front().reason;
  EXPECT_FALSE(faults_of(printed_for(Purpose::office), design_for(Purpose::press)).empty());
}

TEST(Press, APageThatIsOneCardIsCutAlongIt) {
  SheetDesign design = design_for(Purpose::press);
  const SheetDesign one = own_page(design.card, design.literals, 2_mm);
  design.format = one.format;
  design.imposition = one.imposition;
  const fs::path pdf = printed_order().folder / "one-card.pdf";
  const auto& order = printed_order();
  write_card_pages(pdf, design, order.fonts, std::span(order.drawings).first(2), {.title = "c", .date = "2026-03-31"});
  Opened file(pdf);
  for (auto& page : QPDFPageDocumentHelper(file.pdf).getAllPages()) {
    const auto trim = page.getObjectHandle().getKey("/TrimBox").getArrayAsRectangle();
    EXPECT_NEAR(trim.llx, to_pt(2_mm), 0.01);
    EXPECT_NEAR(trim.urx - trim.llx, to_pt(85.6_mm), 0.01);
    EXPECT_NEAR(page.getObjectHandle().getKey("/BleedBox").getArrayAsRectangle().llx, 0, 0.01);
  }
  const std::vector<std::string> slugs(2);
  EXPECT_TRUE(proof_sheets(pdf, design, std::span(order.expected).first(2), slugs, 1).empty());
}

TEST(Press, MarksAreOnEveryPlateAndTheBarShowsEachInkByItself) {
  SheetDesign design = design_for(Purpose::press);
  design.imposition.front.registration = {{4_mm, 100_mm}};
  design.imposition.front.colour_bar = Rect{20_mm, 2_mm, 60_mm, 3_mm};
  const fs::path pdf = printed_order().print(printed_order().drawings, "marks-press", design);
  Opened file(pdf);
  Handle marks = QPDFPageDocumentHelper(file.pdf).getAllPages().front().getObjectHandle();
  marks = marks.getKey("/Resources").getKey("/XObject").getKey("/FrontMarks");
  ASSERT_TRUE(marks.isFormXObject());
  Handle space = marks.getDict().getKey("/Resources").getKey("/ColorSpace").getKey("/Marks");
  EXPECT_EQ(space.getArrayItem(1).getName(), "/All");
  const std::string drawn = text_of(marks);
  EXPECT_NE(drawn.find("/Marks CS 1 SCN"), std::string::npos);
  for (const char* ink : {"1 0 0 0 k", "0 1 0 0 k", "0 0 1 0 k", "0 g", "0 1 1 0 k", "0.25 g", "0.5 g", "0.75 g"})
    EXPECT_NE(drawn.find(std::string("\n") + ink + " "), std::string::npos) << ink << drawn;
  EXPECT_TRUE(faults_of(pdf, design).empty());
}

TEST(Press, ADesignersInksStay) {
  SheetDesign design = design_for(Purpose::press);
  design.card.front.artwork = {"front.pdf", made_artwork(), 1, {}};
  Opened file(printed_order().print(printed_order().drawings, "inks-press", design));
  EXPECT_GT(count(drawn_in(file.pdf), R"(0 0 1 0 k\b)"), 0U);
}

TEST(Press, AnArchiveFileSaysThatItIsA2u) {
  Opened file(printed_for(Purpose::archive));
  const std::string xmp = file.xmp();
  EXPECT_NE(xmp.find(">2</pdfaid:part>"), std::string::npos);
  EXPECT_NE(xmp.find(">U</pdfaid:conformance>"), std::string::npos);
  EXPECT_EQ(xmp.find("Trapped"), std::string::npos);
  Handle intent = file.root().getKey("/OutputIntents").getArrayItem(0);
  EXPECT_EQ(intent.getKey("/S").getName(), "/GTS_PDFA1");
  EXPECT_EQ(text_of(intent.getKey("/DestOutputProfile")), bytes_of(PEHCHAN_SOURCE "/icc/sRGB.icc"));
  for (Handle& object : file.pdf.getAllObjects()) {
    if (!object.isDictionary() || !object.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) continue;
    EXPECT_TRUE(object.hasKey("/CIDToGIDMap")) << object.unparse();
  }
  EXPECT_TRUE(faults_of(printed_for(Purpose::archive), design_for(Purpose::archive)).empty());
}

TEST(Press, AnArchiveFileTellsWhatADesignersInksMean) {
  SheetDesign design = design_for(Purpose::archive);
  design.card.front.artwork = {"front.pdf", made_artwork(), 1, {}};
  Opened file(printed_order().print(printed_order().drawings, "inks-archive", design));
  Handle page = QPDFPageDocumentHelper(file.pdf).getAllPages().front().getObjectHandle();
  EXPECT_TRUE(page.getKey("/Resources").getKey("/ColorSpace").getKey("/DefaultCMYK").isArray());
  EXPECT_EQ(page.getKey("/Group").getKey("/CS").getName(), "/DeviceRGB");
}

TEST(Press, ACardPrintersTextIsPureBlack) {
  Opened office(printed_for(Purpose::office)), cards(printed_for(Purpose::card_printer));
  const char* near_black = R"(0\.0862745 0\.160784 0\.172549 rg)";
  EXPECT_GT(count(drawn_in(office.pdf), near_black), 0U);
  EXPECT_EQ(count(drawn_in(cards.pdf), near_black), 0U);
  EXPECT_GT(count(drawn_in(cards.pdf), R"((^|\s)0 0 0 rg\b)"), count(drawn_in(office.pdf), R"((^|\s)0 0 0 rg\b)"));
}

TEST(Press, OnlyACmykProfileOfAPressIsTaken) {
  const auto& folder = printed_order().folder;
  write_bytes(folder / "garbage.icc", std::string(3000, 'x'));
  for (const fs::path& wrong : {fs::path(PEHCHAN_SOURCE "/icc/sRGB.icc"), folder / "garbage.icc"}) {
    try {
      read_press_profile(Purpose::press, wrong);
      ADD_FAILURE() << wrong << " was taken";
    } catch (const RunError& error) {
      EXPECT_EQ(error.code, ExitCode::bad_config) << error.what();
    }
  }
  const PressProfile own = read_press_profile(Purpose::press, PEHCHAN_SOURCE "/icc/FOGRA39L.icc");
  EXPECT_EQ(own.condition.identifier, "Custom");
  EXPECT_EQ(own.condition.name, "FOGRA39L coated (built with Argyll)");
}

}  // namespace
}  // namespace pehchan
