#include "draw/artwork.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>

#include "base/run_error.h"
#include "draw/handles.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

const Size card{85.6_mm, 53.98_mm};

std::string shipped(const std::string& name) {
  std::ifstream file(PEHCHAN_SOURCE "/templates/member/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A picture of the right proportions with this inside.
std::string picture(const std::string& inside, const std::string& before = {}) {
  return before + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
         "viewBox=\"0 0 89.6 57.98\">" + inside + "</svg>";
}

/// The same on a page with these attributes.
std::string sized(const std::string& attributes, const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 57.98\" " + attributes + ">" + inside + "</svg>";
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// A picture whose header says so many px.
std::string embedded_png(unsigned width, unsigned height) {
  std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  for (const unsigned size : {width, height})
    for (const unsigned shift : {24U, 16U, 8U, 0U}) png += static_cast<char>(size >> shift & 255U);
  png.append("\x08\x02\0\0\0", 5);
  const Handle<gchar, g_free> text(g_base64_encode(reinterpret_cast<const guchar*>(png.data()), png.size()));
  return "<image href=\"data:image/png;base64," + std::string(text.get()) + "\"/>";
}

/// A filter of these steps, and a shape that it is used for.
std::string filtered(const std::string& steps) {
  return "<filter id=\"f\">" + steps + "</filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>";
}

/// Groups that each use the next ten times.
std::string laughs() {
  std::string all = "<g id=\"a0\"><rect/></g>";
  for (int i = 1; i < 12; ++i)
    all +=
        "<g id=\"a" + std::to_string(i) + "\">" + times(10, "<use href=\"#a" + std::to_string(i - 1) + "\"/>") + "</g>";
  return "<defs>" + all + "</defs><use href=\"#a11\"/>";
}

std::string chain(int length) {
  std::string all;
  for (int i = 0; i < length; ++i)
    all += "<g id=\"c" + std::to_string(i) + "\"><use href=\"#c" + std::to_string(i + 1) + "\"/></g>";
  return "<defs>" + all + "</defs><use href=\"#c0\"/>";
}

std::string told(std::string_view svg) {
  try {
    const Artwork artwork({.file = "front.svg", .bytes = std::string(svg), .page = 1, .placeholders = {}}, card, 2_mm);
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    EXPECT_FALSE(error.advice.empty());
    return error.what();
  }
  return "accepted";
}

struct Case {
  const char* name;
  std::string svg, reason;
};
std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }
std::string name_of_case(const testing::TestParamInfo<Case>& one) { return one.param.name; }

class RefusedArtwork : public testing::TestWithParam<Case> {};

TEST_P(RefusedArtwork, IsToldWithTheFileAndTheReason) {
  testing::internal::CaptureStderr();
  const std::string what = told(GetParam().svg);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << "what is wrong is told once";
  EXPECT_TRUE(what.starts_with("front.svg: ")) << what;
  EXPECT_NE(what.find(GetParam().reason), std::string::npos) << what;
}

const std::string outside = "points outside the file";
INSTANTIATE_TEST_SUITE_P(
    Artwork, RefusedArtwork,
    testing::Values(
        Case{"Text", picture("\n<text y=\"9\">Booth</text>"), "<text> (line 2) is not allowed"},
        Case{"TextWithAnId", picture("<text id=\"text99\">Booth</text>"), "<text> (id text99) is not allowed"},
        Case{"TextOfANamespacePrefix",
             "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 57.98\"><s:text>a</s:text></s:svg>",
             "<text>"},
        Case{"NotUtf8", picture("<!-- \xff -->"), "it is not in UTF-8"},
        Case{"NotUtf8AndBroken", picture("<!-- \xff --><rect id=\"a\"#\"/>"), "it is not in UTF-8"},
        Case{"Script", picture("<script>alert(1)</script>"), "<script>"},
        Case{"Handler", picture("<rect onclick=\"go()\" width=\"9\" height=\"9\"/>"), "has a script"},
        Case{"Animation", picture("<animate attributeName=\"x\"/>"), "<animate>"},
        Case{"ForeignObject", picture("<foreignObject/>"), "<foreignObject>"},
        Case{"XInclude", picture("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"#a\"/>"),
             "<include>"},
        Case{"Morphology", picture("<filter id=\"f\"><feMorphology radius=\"9\"/></filter>"), "<feMorphology>"},
        Case{"Doctype", picture("", "<!DOCTYPE svg [<!ENTITY a \"b\">]>"), "DOCTYPE"},
        Case{"ProcessingInstruction", picture("", "<?xml-stylesheet href=\"a.css\"?>"), "processing instruction"},
        Case{"OtherEncoding", picture("", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"), "UTF-8"},
        Case{"ImageFile", picture("<image xlink:href=\"logo.png\" width=\"9\" height=\"9\"/>"), outside},
        Case{"ImageAddress", picture("<image href=\"https://example.org/a.png\"/>"), outside},
        Case{"ImageEscaped", picture("<image href=\"&#x66;ile:///etc/passwd\"/>"), outside},
        Case{"ImageOfSvgData", picture("<image href=\"data:image/svg+xml;base64,AAAA\"/>"), outside},
        Case{"ImageOfHtmlData", picture("<image href=\"data:text/html,a\"/>"), outside},
        Case{"UseOfAnotherFile", picture("<use href=\"other.svg#a\"/>"), outside},
        Case{"FillOfAnotherFile", picture("<rect fill=\"url(other.svg#a)\"/>"), outside},
        Case{"QuotedFillOfAnotherFile", picture("<rect style=\"fill: URL( 'other.svg#a')\"/>"), outside},
        Case{"StyleSheetImport", picture("<style>@import 'a.css';</style>"), outside},
        Case{"StyleSheetUrl", picture("<style>rect { fill: url(b.svg#c) }</style>"), outside},
        Case{"StyleSheetEscape", picture("<style>@\\69mport 'a.css';</style>"), outside},
        Case{"AttributeEscape", picture("<rect fill=\"\\75rl(b.svg#c)\"/>"), outside},
        Case{"EscapeInCapitals", picture("<rect filter=\"U\\52 L(b.svg#c)\"/>"), outside},
        Case{"EscapeByAReference", picture("<rect mask=\"&#x5c;75rl(b.svg#c)\"/>"), outside},
        Case{"EscapeOfItself", picture("<g id=\"a\"><g style=\"clip-path:\\75rl(#a)\"/></g>"), outside},
        Case{"EscapeUnderAnUnknownPrefix", picture("<rect any:style=\"fill:\\75rl(b.svg#c)\"/>"), outside},
        Case{"UrlUnderAnUnknownPrefix", picture("<rect any:fill=\"url(b.svg#c)\"/>"), outside},
        Case{"AddressUnderAnUnknownPrefix", picture("<image any:href=\"https://example.org/a.png\"/>"), outside},
        Case{"Link", picture("<a href=\"https://example.org/\"><rect/></a>"), "<a> (line 1) is a link"},
        Case{"LinkOfAScript", picture("<a xlink:href=\"javascript:alert(1)\"><rect/></a>"), "link"},
        Case{"HandlerInCapitals", picture("<rect onClick=\"go()\"/>"), "has a script"},
        Case{"StyleSheetPartedByAComment", picture("<style>@imp<!-- -->ort 'a.css';</style>"), outside},
        Case{"StyleSheetPicture", picture("<style>rect { fill: url(data:image/png;base64,AAAA) }</style>"), outside},
        Case{"FilterPicture", picture("<filter id=\"f\"><feImage href=\"file:///etc/passwd\"/></filter>"), outside},
        Case{"PictureThatIsNone", picture("<image href=\"data:image/png;base64,AAAA\"/>"), "neither a PNG"},
        Case{"PictureOfTheWrongKind", picture("<image href=\"data:image/png;base64,R0lGODlhAQABAAAAACw=\"/>"),
             "neither a PNG"},
        Case{"PictureNotInBase64", picture("<image href=\"data:image/png,%89PNG\"/>"), "base64"},
        Case{"PictureBomb", picture(embedded_png(20'000, 20'000)), "50 megapixels"},
        Case{"PicturesThatAreABombTogether",
             picture(embedded_png(5000, 5000) + embedded_png(5000, 5000) + embedded_png(1000, 1000)), "50 megapixels"},
        Case{"StyleSheetCData", picture("<style><![CDATA[@import 'a.css';]]></style>"), outside},
        Case{"TooLarge", picture("<!--" + std::string(5'000'000, ' ') + "-->"), "5 MB"},
        Case{"NoSvg", "Dear sir, please find", "not SVG"}, Case{"Nothing", "", "not SVG"},
        Case{"CutOff", shipped("front.svg").substr(0, 400), "not SVG"},
        Case{"OtherXml", "<html><body/></html>", "front.svg"},
        Case{"NoViewBox", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"89.6mm\" height=\"57.98mm\"/>",
             "no viewBox"},
        Case{"WithoutBleed", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 85.6 53.98\"/>", "proportions"},
        Case{"PageOfTheCardWithoutItsBleed", sized("width=\"85.6mm\" height=\"53.98mm\"", ""), "its page"},
        Case{"PageLeftAtA4", sized("width=\"210mm\" height=\"297mm\"", ""), "its page"},
        Case{"Upright", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 57.98 89.6\"/>", "proportions"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Bombs, RefusedArtwork,
    testing::Values(
        Case{"AThousandBlurs", picture(filtered(times(1000, "<feGaussianBlur stdDeviation=\"1\"/>"))), "too long"},
        Case{"AThousandShapesWithAFilter", picture(filtered("<feOffset/>") + times(1000, "<rect filter=\"url(#f)\"/>")),
             "50 filters"},
        Case{"AThousandShapesOfAClassWithAFilter",
             picture("<style>/**/ rect , .a{filter:url(#f)}</style>" + filtered("<feOffset/>") +
                     times(1000, "<path class=\"b a\"/>")),
             "50 filters"},
        Case{"AThousandFilterFunctions", picture("<rect style=\"Filter:" + times(1000, " BLUR(2px)") + "\"/>"),
             "too long"},
        Case{"AFilterFunctionForEverything", picture("<style>g * { filter: blur(2px) }</style>" + times(99, "<rect/>")),
             "50 filters"},
        Case{"ManyOctaves", picture(filtered("<feTurbulence numOctaves=\"100\"/>")), "too long"},
        Case{"MoreOctavesThanANumberHolds", picture(filtered("<feTurbulence numOctaves=\"1e99\"/>")), "too long"},
        Case{"LargeConvolution", picture(filtered("<feConvolveMatrix order=\"90 90\"/>")), "too long"},
        Case{"FineFilter", picture(filtered("<feDiffuseLighting kernelUnitLength=\"1e-9\"/>")), "kernelUnitLength"},
        Case{"Masks", picture("<mask id=\"m\"/>" + times(99, "<rect mask=\"url(#m)\"/>")), "filters and masks"},
        Case{"UseWithinUse", picture(laughs()), "150000 elements"},
        Case{"ChainOfUses", picture(chain(2000)), "too long a chain"},
        Case{"GroupThatDrawsItself", picture("<g id=\"a\"><use href=\"#a\"/></g>"), "a circle"},
        Case{"PatternThatFillsItself",
             picture("<pattern id=\"p\"><rect fill=\"url(#p)\"/></pattern><rect fill=\"url(#p)\"/>"), "a circle"},
        Case{"Elements", picture(times(200'000, "<path/>")), "150000 elements"},
        Case{"Depth", picture(times(300, "<g>") + times(300, "</g>")), "too deep"},
        Case{"MarkersOnEveryPoint",
             picture("<marker id=\"m\"><path/></marker><g marker-mid=\"url(#m)\"><path d=\"M" + times(20'000, " 1 1") +
                     "\"/></g>"),
             "markers"},
        Case{"MarkersByStyleSheet",
             picture("<style>path{marker:url(#m)}</style><marker id=\"m\"><g/></marker><path d=\"M" +
                     times(20'000, " 1 1") + "\"/>"),
             "markers"},
        Case{"PatternOfPatterns",
             picture("<pattern id=\"a\">" + times(2000, "<rect/>") + "</pattern><g fill=\"url(#a)\">" +
                     times(2000, "<rect/>") + "</g>"),
             "150000 elements"}),
    name_of_case);

class AcceptedArtwork : public testing::TestWithParam<Case> {};

TEST_P(AcceptedArtwork, IsTaken) { EXPECT_EQ(told(GetParam().svg), "accepted"); }

INSTANTIATE_TEST_SUITE_P(
    Artwork, AcceptedArtwork,
    testing::Values(
        Case{"ShippedFront", shipped("front.svg"), {}}, Case{"ShippedBack", shipped("back.svg"), {}},
        Case{"OwnGradient",
             picture("<linearGradient id=\"g\"/><rect fill=\"url(#g)\"/><rect style=\"fill:url('#g')\"/>"),
             {}},
        Case{"OwnShape", picture("<circle id=\"c\" r=\"1\"/><use xlink:href=\"#c\"/>"), {}},
        Case{"EmbeddedPng", picture(embedded_png(600, 600)), {}},
        Case{"EmbeddedJpeg", picture("<image href=\" data:image/jpeg;base64,/9j/wAARCAAQABADASIAAhEBAxEB\"/>"), {}},
        Case{"Blur", picture(filtered("<feGaussianBlur stdDeviation=\"1\"/>")), {}},
        Case{"FilterFunctions", picture("<rect style=\"filter: blur(2px) drop-shadow(1px 1px 1px black)\"/>"), {}},
        Case{"FilterOfAStyleSheet",
             picture("<style>.a { filter: url(#f) }</style><rect class=\"a\"/>" +
                     filtered("<feGaussianBlur stdDeviation=\"1\"/>")),
             {}},
        Case{"PathOfTheDesignersComputer",
             picture("<g xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "
                     "inkscape:export-filename=\"C:\\Users\\Asha\\karte.png\" data-name=\"a\\b\"/>"),
             {}},
        Case{"InkscapesCorners",
             picture("<path-effect xmlns:ink=\"urn:a\" only_selected=\"false\" ink:onlyx=\"1\"/>"),
             {}},
        Case{"AnchorWithoutAddress", picture("<a id=\"a\"><rect/></a>"), {}},
        Case{"UnusedFilters", picture("<defs>" + times(500, "<filter><feTurbulence/></filter>") + "</defs>"), {}},
        Case{"Mask", picture("<mask id=\"m\"/><rect mask=\"url(#m)\"/>"), {}},
        Case{"ArrowHeads",
             picture("<marker id=\"m\"><path/></marker>" + times(100, "<path marker-end=\"url(#m)\" d=\"M0 0 9 9\"/>")),
             {}},
        Case{"StyleSheet", picture("<style>.filtered { fill: #123456; opacity: .5 }</style>"), {}},
        Case{"NoFilter", picture("<rect filter=\"none\" style=\"filter:none\"/>"), {}},
        Case{"WithinOnePercent", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 896 575\"/>", {}}),
    name_of_case);

class ArtworkBox : public testing::TestWithParam<const char*> {};

TEST_P(ArtworkBox, OfAShapeIsWhereItIsDrawnWhateverSizeTheDrawingSaysItHas) {
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + std::string(GetParam()) +
                          " viewBox=\"0 0 89.6 57.98\"><g transform=\"translate(2 3)\"><rect id=\"portrait\" x=\"4\" "
                          "y=\"16\" width=\"25\" height=\"32\" stroke=\"#000\"/></g></svg>";
  const Artwork artwork({.file = "front.svg", .bytes = svg, .page = 1, .placeholders = {}}, card, 2_mm);
  const auto box = artwork.box_of("portrait");
  ASSERT_TRUE(box);
  EXPECT_NEAR(box->x.value, 4, 0.011);
  EXPECT_NEAR(box->y.value, 17, 0.011);
  EXPECT_NEAR(box->width.value, 25, 0.011);
  EXPECT_NEAR(box->height.value, 32, 0.011);
  EXPECT_FALSE(artwork.box_of("nobody"));
}

INSTANTIATE_TEST_SUITE_P(Sizes, ArtworkBox,
                         testing::Values("", "width=\"89.6mm\" height=\"57.98mm\"", "width=\"896\" height=\"579.8\"",
                                         "width=\"100%\" height=\"100%\"", "width=\"8.96cm\" height=\"5.798cm\""));

/// What is black of the artwork, in mm from the card's corner.
Rect black_of(const Artwork& artwork) {
  constexpr double dots = 10;  // a millimetre
  const SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_A8, 896, 580));
  const CairoHandle cairo(cairo_create(image.get()));
  cairo_scale(cairo.get(), dots, dots);
  cairo_translate(cairo.get(), 2, 2);
  artwork.draw(cairo.get());
  cairo_surface_flush(image.get());
  const unsigned char* bytes = cairo_image_surface_get_data(image.get());
  const int stride = cairo_image_surface_get_stride(image.get());
  int left = 896, right = 0, top = 580, bottom = 0;
  for (int y = 0; y < 580; ++y)
    for (int x = 0; x < 896; ++x)
      if (bytes[y * stride + x] > 127) {
        left = std::min(left, x), right = std::max(right, x + 1);
        top = std::min(top, y), bottom = std::max(bottom, y + 1);
      }
  return {{left / dots - 2}, {top / dots - 2}, {(right - left) / dots}, {(bottom - top) / dots}};
}

void expect_near(const std::optional<Rect>& box, const Rect& other) {
  ASSERT_TRUE(box);
  EXPECT_NEAR(box->x.value, other.x.value, 0.11);
  EXPECT_NEAR(box->y.value, other.y.value, 0.11);
  EXPECT_NEAR(box->width.value, other.width.value, 0.11);
  EXPECT_NEAR(box->height.value, other.height.value, 0.11);
}

class BoxOfAFitting : public testing::TestWithParam<const char*> {};

TEST_P(BoxOfAFitting, IsWhereTheShapeIsDrawn) {
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + std::string(GetParam()) +
                          "><rect id=\"portrait\" x=\"400\" y=\"160\" width=\"250\" height=\"320\"/></svg>";
  const Artwork artwork({.file = "front.svg", .bytes = svg, .page = 1, .placeholders = {}}, card, 2_mm);
  expect_near(artwork.box_of("portrait"), black_of(artwork));
}

// Each within 1 % of the card's proportions, and so drawn a little smaller, larger or stretched.
INSTANTIATE_TEST_SUITE_P(Fittings, BoxOfAFitting,
                         testing::Values("viewBox=\"0 0 896 575\" width=\"89.6mm\" height=\"58.5mm\"",
                                         "viewBox=\"0 0 896 585\" width=\"888\" height=\"579.8\"",
                                         "viewBox=\"0 0 896 585\" preserveAspectRatio=\"none\"",
                                         "viewBox=\"0 0 896 585\" preserveAspectRatio=\"xMinYMax slice\"",
                                         "viewBox=\"20 30 896 575\" width=\"90mm\" height=\"58mm\""));

TEST(BoxOfAShape, OfACloneIsWhereTheCloneIsDrawn) {
  const Artwork artwork(
      {.file = "front.svg",
       .bytes = picture(
           "<defs><rect id=\"a\" width=\"10\" height=\"6\"/></defs><use id=\"b\" href=\"#a\" x=\"40\" y=\"20\"/>"),
       .page = 1,
       .placeholders = {}},
      card, 2_mm);
  expect_near(artwork.box_of("b"), {{38}, {18}, {10}, {6}});
  expect_near(artwork.box_of("b"), black_of(artwork));
}

}  // namespace
}  // namespace pehchan
