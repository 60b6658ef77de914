// A studio's PDF as artwork: what is taken, where it is laid, and what is refused.
#include "print/pdf_artwork.h"

#include <gtest/gtest.h>

#include <cmath>
#include <ostream>
#include <qpdf/QPDFWriter.hh>

#include "base/run_error.h"
#include "print/made_artwork.h"

namespace pehchan {
namespace {

using Object = QPDFObjectHandle;
const Size card{85.6_mm, 53.98_mm};

std::string told(const std::string& pdf, int page = 1) {
  try {
    const PdfArtwork artwork({"front.pdf", pdf, page, {}}, card, 2_mm);
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    EXPECT_FALSE(error.advice.empty());
    return error.what();
  }
  return "accepted";
}

void expect_on_card(const PdfArtwork& artwork, const Object::Rectangle& box, const Rect& place) {
  const auto seen = QPDFMatrix(artwork.placement()).transformRectangle(box);
  EXPECT_NEAR(seen.llx, place.x.value, 0.01);
  EXPECT_NEAR(seen.lly, place.y.value, 0.01);
  EXPECT_NEAR(seen.urx, place.right().value, 0.01);
  EXPECT_NEAR(seen.ury, place.bottom().value, 0.01);
}

Object::Rectangle box(Mm left, Mm bottom, Mm right, Mm top) {
  return {to_pt(left), to_pt(bottom), to_pt(right), to_pt(top)};
}

PdfArtwork placed(const std::function<void(QPDF&, Object)>& change) {
  return {{"front.pdf", made_artwork(change), 1, {}}, card, 2_mm};
}

TEST(PdfArtwork, ItsTrimBoxLiesOnTheCardsEdge) {
  expect_on_card(placed({}), box(3_mm, 3_mm, 88.6_mm, 56.98_mm), {0_mm, 0_mm, 85.6_mm, 53.98_mm});
}

TEST(PdfArtwork, WithoutATrimBoxThePageIsScaledToCardAndBleed) {
  const auto artwork = placed([](QPDF&, Object page) {
    page.removeKey("/TrimBox");
    page.replaceKey("/MediaBox", Object::newFromRectangle(box(0_mm, 0_mm, 896_mm, 579.8_mm)));
  });
  expect_on_card(artwork, box(0_mm, 0_mm, 896_mm, 579.8_mm), {-2_mm, -2_mm, 89.6_mm, 57.98_mm});
}

// A page that is shown turned: what lies along its left edge is shown along the top (90) or the bottom (270).
TEST(PdfArtwork, ATurnedPageIsLaidAsItIsShown) {
  for (const int turn : {90, 270, -90, 450}) {
    const auto artwork = placed([&](QPDF&, Object page) {
      page.replaceKey("/Rotate", Object::newInteger(turn));
      page.replaceKey("/MediaBox", Object::newFromRectangle(box(0_mm, 0_mm, 59.98_mm, 91.6_mm)));
      page.replaceKey("/TrimBox", Object::newFromRectangle(box(3_mm, 3_mm, 56.98_mm, 88.6_mm)));
    });
    const bool is_clockwise = turn == 90 || turn == 450;
    expect_on_card(artwork, box(3_mm, 3_mm, 13_mm, 88.6_mm), {0_mm, is_clockwise ? 0_mm : 43.98_mm, 85.6_mm, 10_mm});
  }
  const auto half = placed([](QPDF&, Object page) { page.replaceKey("/Rotate", Object::newInteger(180)); });
  expect_on_card(half, box(3_mm, 3_mm, 88.6_mm, 13_mm), {0_mm, 0_mm, 85.6_mm, 10_mm});
}

TEST(PdfArtwork, ItsUserUnitCounts) {
  const auto artwork = placed([](QPDF&, Object page) {
    page.replaceKey("/UserUnit", Object::newInteger(2));
    page.replaceKey("/MediaBox", Object::newFromRectangle(box(0_mm, 0_mm, 45.8_mm, 29.99_mm)));
    page.replaceKey("/TrimBox", Object::newFromRectangle(box(1.5_mm, 1.5_mm, 44.3_mm, 28.49_mm)));
  });
  expect_on_card(artwork, box(1.5_mm, 1.5_mm, 44.3_mm, 28.49_mm), {0_mm, 0_mm, 85.6_mm, 53.98_mm});
}

TEST(PdfArtwork, InksAreNoticed) {
  EXPECT_TRUE(placed({}).uses_cmyk());
  EXPECT_FALSE(placed([](QPDF& pdf, Object page) {
                 page.replaceKey("/Resources", Object::newDictionary());
                 page.replaceKey("/Contents", stream_in(pdf, "<< >>", "1 0 0 rg 0 0 99 99 re f"));
               }).uses_cmyk());
}

struct Case {
  const char* name;
  std::function<void(QPDF&, Object)> change;
  std::string reason;
};
std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }

/// Puts an object among the page's resources, under a name that the content uses once: "/X Do", "/X gs" and so on.
std::function<void(QPDF&, Object)> drawing(const std::string& kind, const std::string& dictionary,
                                           const std::string& bytes, const std::string& content = "/X Do") {
  return [=](QPDF& pdf, Object page) {
    Object named = Object::newDictionary();
    const bool is_stream = kind == "/XObject" || dictionary.find("/PatternType 1") != std::string::npos;
    named.replaceKey("/X",
                     is_stream ? stream_in(pdf, dictionary, bytes) : pdf.makeIndirectObject(Object::parse(dictionary)));
    page.getKey("/Resources").replaceKey(kind, named);
    page.replaceKey("/Contents", stream_in(pdf, "<< >>", content));
  };
}

/// Forms that each draw the next ten times.
void laughs(QPDF& pdf, Object page) {
  Object last = stream_in(pdf, "<< /Subtype /Form /BBox [0 0 9 9] >>", "0 0 9 9 re f");
  for (int i = 0; i < 9; ++i) {
    Object next = stream_in(pdf, "<< /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << >> >> >>",
                            "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do");
    next.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/X", last);
    last = next;
  }
  page.getKey("/Resources").replaceKey("/XObject", Object::parse("<< >>"));
  page.getKey("/Resources").getKey("/XObject").replaceKey("/X", last);
  page.replaceKey("/Contents", stream_in(pdf, "<< >>", "/X Do"));
}

void draws_itself(QPDF& pdf, Object page) {
  drawing("/XObject", "<< /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << >> >> >>", "/X Do")(pdf, page);
  Object form = page.getKey("/Resources").getKey("/XObject").getKey("/X");
  form.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/X", form);
}

const std::string font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>";
const std::string tiny =
    "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /Resources << >> ";

class RefusedPdf : public testing::TestWithParam<Case> {};

TEST_P(RefusedPdf, IsToldWithTheFileAndTheReason) {
  const std::string what = told(made_artwork(GetParam().change));
  EXPECT_TRUE(what.starts_with("front.pdf: ")) << what;
  EXPECT_NE(what.find(GetParam().reason), std::string::npos) << what;
}

INSTANTIATE_TEST_SUITE_P(
    PdfArtwork, RefusedPdf,
    testing::Values(
        Case{"FontNotEmbedded", drawing("/Font", font, "", "BT /X 9 Tf (a) Tj ET"), "Helvetica-Bold is not embedded"},
        Case{"Type3Font", drawing("/Font", "<< /Type /Font /Subtype /Type3 >>", "", ""), "Type 3"},
        Case{"ReferenceXObject",
             drawing("/XObject", "<< /Subtype /Form /BBox [0 0 9 9] /Ref << /F (other.pdf) /Page 0 >> >>", ""),
             "another file"},
        Case{"ExternalPicture", drawing("/XObject", "<< /Subtype /Image /Width 1 /Height 1 /F (other.jpg) >>", ""),
             "another file"},
        Case{"Opi", drawing("/XObject", "<< /Subtype /Form /BBox [0 0 9 9] /OPI << >> >>", ""), "another file"},
        Case{"TransferCurve",
             drawing("/ExtGState", "<< /TR << /FunctionType 2 /Domain [0 1] /N 2 >> >>", "", "/X gs 0 0 9 9 re f"),
             "how inks are printed (TR)"},
        Case{"NewTransferCurve",
             drawing("/ExtGState", "<< /TR /Identity /TR2 << /FunctionType 2 /Domain [0 1] /N 2 >> >>", "", "/X gs"),
             "how inks are printed (TR)"},
        Case{"Halftone",
             drawing("/ExtGState", "<< /HT << /HalftoneType 1 /Frequency 60 /Angle 45 /SpotFunction /Round >> >>", "",
                     "/X gs"),
             "how inks are printed (HT)"},
        Case{"BlackGeneration",
             drawing("/ExtGState", "<< /BG << /FunctionType 2 /Domain [0 1] /N 2 >> >>", "", "/X gs"),
             "how inks are printed (BG)"},
        Case{"MillionsOfDashes",
             drawing("/ExtGState", "<< /D [[0.0001] 0] >>", "", "[0.0001 0.0001] 0 d 0 0 m 200 0 l S"),
             "too much to draw"},
        Case{"DashesOfAState", drawing("/ExtGState", "<< /D [[0.0001] 0] >>", "", "/X gs 0 0 m 200 0 l S"),
             "too much to draw"},
        Case{"AFormDrawnWithDashes",
             drawing("/XObject", "<< /Subtype /Form /BBox [0 0 200 200] >>", "0 0 m 200 200 l S", "[0.0001] 0 d /X Do"),
             "too much to draw"},
        Case{"PostScript", drawing("/XObject", "<< /Subtype /PS >>", "showpage"), "PostScript"},
        Case{"Jpeg2000", drawing("/XObject", "<< /Subtype /Image /Width 1 /Height 1 /Filter /JPXDecode >>", ""), "JPX"},
        Case{"HugePicture",
             drawing("/XObject", "<< /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 1 >>", ""),
             "50 megapixels"},
        Case{"JpegLargerThanItSays",
             drawing("/XObject", "<< /Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode >>",
                     std::string("\xFF\xD8\xFF\xC0\x00\x11\x08\x7F\xFF\x7F\xFF\x03", 12)),
             "50 megapixels"},
        Case{"FormsWithinForms", laughs, "too much to draw"},
        Case{"AFormThatDrawsItself", draws_itself, "draws itself"},
        Case{"PatternOfDust",
             drawing("/Pattern", tiny + "/XStep 0.0001 /YStep 0.0001 >>", "0 0 1 1 re f",
                     "/Pattern cs /X scn 0 0 9 9 re f"),
             "too much to draw"},
        Case{"DeepStates",
             [](QPDF& pdf, Object page) {
               std::string deep;
               for (int i = 0; i < 600; ++i) deep += "q ";
               page.replaceKey("/Contents", stream_in(pdf, "<< >>", deep));
             },
             "500 states"},
        Case{"ContentOf30MB",
             [](QPDF& pdf, Object page) {
               page.replaceKey("/Contents", stream_in(pdf, "<< >>", std::string(30'000'000, ' ')));
             },
             "unpacks to too much"},
        Case{"StreamsOf310MB",
             [](QPDF& pdf, Object page) {
               page.replaceKey("/Contents", stream_in(pdf, "<< >>", std::string(310'000'000, ' ')));
             },
             "300 MB"},
        Case{"HiddenLayer",
             [](QPDF& pdf, Object) {
               pdf.getRoot().replaceKey("/OCProperties", Object::parse("<< /OCGs [] /D << /OFF [<< >>] >> >>"));
             },
             "hidden layers"},
        Case{"OtherTrim",
             [](QPDF&, Object page) {
               page.replaceKey("/TrimBox", Object::newFromRectangle(box(3_mm, 3_mm, 89.2_mm, 56.98_mm)));
             },
             "TrimBox is 86.20 × 53.98 mm"},
        Case{"TooLittleBleed",
             [](QPDF&, Object page) {
               page.replaceKey("/MediaBox", Object::newFromRectangle(box(1.5_mm, 0_mm, 91.6_mm, 59.98_mm)));
             },
             "less bleed"},
        Case{"WithoutBleed",
             [](QPDF&, Object page) {
               page.removeKey("/TrimBox");
               page.replaceKey("/MediaBox", Object::newFromRectangle(box(0_mm, 0_mm, 85.6_mm, 53.98_mm)));
             },
             "proportions"},
        Case{"NoSize", [](QPDF&, Object page) { page.removeKey("/MediaBox"); }, "no size"},
        Case{"AbsurdUnit", [](QPDF&, Object page) { page.replaceKey("/UserUnit", Object::newReal("1000000000000")); },
             "size"}),
    [](const testing::TestParamInfo<Case>& one) { return std::string(one.param.name); });

TEST(PdfArtwork, EncryptedIsRefused) {
  QPDF pdf;
  const std::string plain = made_artwork();
  pdf.processMemoryFile("plain", plain.data(), plain.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  EXPECT_EQ(told({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}), "front.pdf: it is encrypted");
}

TEST(PdfArtwork, DamagedOrCutOffOrNoneIsRefused) {
  const std::string sound = made_artwork();
  for (std::size_t cut = 0; cut + 40 < sound.size(); cut += 37)
    EXPECT_NE(told(sound.substr(0, cut)), "accepted") << cut;
  EXPECT_NE(told("%PDF-1.7\nno more"), "accepted");
  EXPECT_NE(told(std::string(5'000'001, ' ')).find("5 MB"), std::string::npos);
}

TEST(PdfArtwork, APageThatIsNotThereIsRefused) {
  EXPECT_NE(told(made_artwork(), 2).find("no page 2"), std::string::npos);
  EXPECT_NE(told(made_artwork(), 0).find("no page 0"), std::string::npos);
}

TEST(PdfArtwork, TransparencyAndPatternsAndOwnPicturesAreTaken) {
  const auto soft = drawing("/ExtGState", "<< /Type /ExtGState /ca 0.5 /BM /Multiply >>", "", "/X gs 0 0 9 9 re f");
  EXPECT_EQ(told(made_artwork(soft)), "accepted");
  const auto usual =
      drawing("/ExtGState", "<< /TR /Identity /TR2 /Default /HT /Default /BG2 /Default /UCR2 /Default >>", "",
              "/X gs [3 3] 0 d 0 0 m 200 200 l S");
  EXPECT_EQ(told(made_artwork(usual)), "accepted");
  const auto cell =
      drawing("/Pattern", tiny + "/XStep 5 /YStep 5 >>", "0 0 1 1 re f", "/Pattern cs /X scn 0 0 9 9 re f");
  EXPECT_EQ(told(made_artwork(cell)), "accepted");
  const auto picture = drawing(
      "/XObject", "<< /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceCMYK /BitsPerComponent 8 >>", "abcd");
  EXPECT_EQ(told(made_artwork(picture)), "accepted");
}

}  // namespace
}  // namespace pehchan
