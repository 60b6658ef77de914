#include "draw/artwork.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <ostream>

#include "base/run_error.h"

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
  const std::string what = told(GetParam().svg);
  EXPECT_TRUE(what.starts_with("front.svg: ")) << what;
  EXPECT_NE(what.find(GetParam().reason), std::string::npos) << what;
}

const std::string outside = "points outside the file";
INSTANTIATE_TEST_SUITE_P(
    Artwork, RefusedArtwork,
    testing::Values(
        Case{"Text", picture("<text y=\"9\">Booth</text>"), "<text>"},
        Case{"TextOfANamespacePrefix",
             "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 57.98\"><s:text>a</s:text></s:svg>",
             "<text>"},
        Case{"Script", picture("<script>alert(1)</script>"), "<script>"},
        Case{"Handler", picture("<rect onclick=\"go()\" width=\"9\" height=\"9\"/>"), "scripts"},
        Case{"Animation", picture("<animate attributeName=\"x\"/>"), "<animate>"},
        Case{"ForeignObject", picture("<foreignObject/>"), "<foreignObject>"},
        Case{"XInclude", picture("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"#a\"/>"),
             "<include>"},
        Case{"Filter", picture("<filter id=\"f\"/>"), "<filter>"},
        Case{"FilterFunctionAsAttribute", picture("<rect width=\"9\" height=\"9\" filter=\"blur(2)\"/>"), "filter"},
        Case{"FilterFunctionInStyle", picture("<rect width=\"9\" height=\"9\" style=\"Filter : blur(2px)\"/>"),
             "filter"},
        Case{"FilterFunctionInStyleSheet", picture("<style>rect { fill: red; filter:blur(2px) }</style>"), "filter"},
        Case{"Mask", picture("<mask id=\"m\"/>"), "<mask>"},
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
        Case{"StyleSheetCData", picture("<style><![CDATA[@import 'a.css';]]></style>"), outside},
        Case{"TooLarge", picture("<!--" + std::string(5'000'000, ' ') + "-->"), "5 MB"},
        Case{"NoSvg", "Dear sir, please find", "not SVG"}, Case{"Nothing", "", "not SVG"},
        Case{"CutOff", shipped("front.svg").substr(0, 400), "not SVG"},
        Case{"OtherXml", "<html><body/></html>", "front.svg"},
        Case{"NoViewBox", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"89.6mm\" height=\"57.98mm\"/>",
             "proportions"},
        Case{"WithoutBleed", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 85.6 53.98\"/>", "proportions"},
        Case{"Upright", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 57.98 89.6\"/>", "proportions"}),
    name_of_case);

class AcceptedArtwork : public testing::TestWithParam<Case> {};

TEST_P(AcceptedArtwork, IsTaken) { EXPECT_EQ(told(GetParam().svg), "accepted"); }

INSTANTIATE_TEST_SUITE_P(
    Artwork, AcceptedArtwork,
    testing::Values(Case{"ShippedFront", shipped("front.svg"), {}}, Case{"ShippedBack", shipped("back.svg"), {}},
                    Case{"OwnGradient",
                         picture("<linearGradient id=\"g\"/><rect fill=\"url(#g)\"/><rect style=\"fill:url('#g')\"/>"),
                         {}},
                    Case{"OwnShape", picture("<circle id=\"c\" r=\"1\"/><use xlink:href=\"#c\"/>"), {}},
                    Case{"EmbeddedPng", picture("<image href=\"data:image/png;base64,AAAA\"/>"), {}},
                    Case{"EmbeddedJpeg", picture("<image href=\" data:image/jpeg;base64,AAAA\"/>"), {}},
                    Case{"StyleSheet", picture("<style>.filtered { fill: #123456; opacity: .5 }</style>"), {}},
                    Case{"NoFilter", picture("<rect filter=\"none\" style=\"filter:none\"/>"), {}},
                    Case{
                        "WithinOnePercent", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 896 575\"/>", {}}),
    name_of_case);

}  // namespace
}  // namespace pehchan
