// SVG artwork as it is laid: fine where it must be a picture, vectors everywhere else.
#include "print/svg_page.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/run_error.h"
#include "print/printed_order.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

std::string picture(const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 57.98\">" + inside + "</svg>";
}

fs::path printed(const std::string& svg, const std::string& name) {
  SheetDesign design = printed_order().design;
  design.card.front.artwork = {"front.svg", svg, 1, {}};
  design.card.back.artwork = {};
  std::vector<CardDrawings> one(printed_order().drawings.begin(), printed_order().drawings.begin() + 1);
  one[0].front.portrait.reset();
  one[0].back = {};
  return printed_order().print(one, name, design);
}

/// Pictures drawn on a page, forms within forms included: px to the inch as they lie on the paper, the coarser side.
class Resolutions : public QPDFObjectHandle::ParserCallbacks {
 public:
  Resolutions(QPDFObjectHandle resources, QPDFMatrix matrix, std::vector<double>& found)
      : resources_(resources), matrix_(matrix), found_(found) {}
  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) return operands_.push_back(object);
    const std::string name = object.getOperatorValue();
    if (name == "q") kept_.push_back(matrix_);
    if (name == "Q") matrix_ = kept_.back(), kept_.pop_back();
    if (name == "cm") {
      std::array<double, 6> m{};
      for (std::size_t i = 0; i < 6; ++i) m[i] = operands_[i].getNumericValue();
      matrix_.concat({m[0], m[1], m[2], m[3], m[4], m[5]});
    }
    if (name == "Do") draw(resources_.getKey("/XObject").getKey(operands_[0].getName()));
    if (name == "gs") mask(resources_.getKey("/ExtGState").getKey(operands_[0].getName()).getKey("/SMask"));
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void mask(QPDFObjectHandle soft) {
    if (soft.isDictionary()) draw(soft.getKey("/G"));
  }
  void draw(QPDFObjectHandle object) {
    QPDFObjectHandle dictionary = object.getDict();
    if (object.isImage()) {
      const double across = std::hypot(matrix_.a, matrix_.b) / 72, down = std::hypot(matrix_.c, matrix_.d) / 72;
      found_.push_back(std::min(dictionary.getKey("/Width").getNumericValue() / across,
                                dictionary.getKey("/Height").getNumericValue() / down));
      return;
    }
    QPDFMatrix inside = matrix_;
    if (dictionary.getKey("/Matrix").isMatrix()) inside.concat(dictionary.getKey("/Matrix").getArrayAsMatrix());
    QPDFObjectHandle own = dictionary.getKey("/Resources");
    Resolutions within(own.isDictionary() ? own : resources_, inside, found_);
    object.parseAsContents(&within);
  }

  QPDFObjectHandle resources_;
  QPDFMatrix matrix_;
  std::vector<double>& found_;
  std::vector<QPDFMatrix> kept_;
  std::vector<QPDFObjectHandle> operands_;
};

std::vector<double> resolutions(const fs::path& pdf) {
  QPDF file;
  file.processFile(pdf.c_str());
  auto page = QPDFPageDocumentHelper(file).getAllPages().front();
  std::vector<double> found;
  Resolutions reader(page.getAttribute("/Resources", false), {}, found);
  page.parseContents(&reader);
  return found;
}

const std::string blur =
    "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1\"/></filter>"
    "<rect x=\"20\" y=\"20\" width=\"30\" height=\"20\" filter=\"url(#f)\"/>";
const std::string mask =
    "<mask id=\"m\"><circle cx=\"40\" cy=\"30\" r=\"20\" fill=\"white\"/></mask>"
    "<rect width=\"80\" height=\"50\" fill=\"red\" mask=\"url(#m)\"/>";
const std::string plain =
    "<linearGradient id=\"g\"><stop stop-color=\"red\"/><stop offset=\"1\" stop-color=\"blue\"/>"
    "</linearGradient><rect width=\"89.6\" height=\"57.98\" fill=\"url(#g)\"/>"
    "<g opacity=\"0.5\"><circle cx=\"9\" cy=\"9\" r=\"5\"/><circle cx=\"12\" cy=\"9\" r=\"5\"/></g>";

TEST(SvgPage, WhatHasAFilterOrAMaskIsAtLeast400DpiOnTheCard) {
  for (const std::string& svg : {blur, mask}) {
    const auto found = resolutions(printed(picture(svg), "fine"));
    EXPECT_FALSE(found.empty()) << "else this proves nothing";
    for (const double dpi : found) EXPECT_GE(dpi, 400) << svg;
  }
}

TEST(SvgPage, EverythingElseStaysVectors) {
  EXPECT_TRUE(resolutions(printed(picture(plain), "vectors")).empty());
  const std::size_t pictures = resolutions(printed(picture(blur), "blur")).size();
  EXPECT_EQ(resolutions(printed(picture(plain + blur), "both")).size(), pictures);
}

TEST(SvgPage, TheSameArtworkGivesTheSameBytes) {
  const ArtworkFile artwork{"front.svg", picture(plain + blur + mask), 1, {}};
  EXPECT_EQ(svg_page(artwork, {85.6_mm, 53.98_mm}, 2_mm), svg_page(artwork, {85.6_mm, 53.98_mm}, 2_mm));
}

TEST(SvgPage, APlaceholderIsNotDrawn) {
  const std::string svg = picture("<rect id=\"portrait\" style=\"display:inline\" width=\"60\" height=\"50\"/>");
  const auto drawn = svg_page({"front.svg", svg, 1, {}}, {85.6_mm, 53.98_mm}, 2_mm);
  const auto hidden = svg_page({"front.svg", svg, 1, {"portrait"}}, {85.6_mm, 53.98_mm}, 2_mm);
  const auto nothing = svg_page({"front.svg", picture(""), 1, {}}, {85.6_mm, 53.98_mm}, 2_mm);
  EXPECT_NE(drawn, nothing);
  EXPECT_EQ(hidden, nothing);
}

TEST(SvgPage, APatternOfDustIsRefused) {
  const std::string dust =
      "<pattern id=\"p\" width=\"0.1\" height=\"0.1\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"0.05\" height=\"0.05\"/></pattern>"
      "<rect width=\"80\" height=\"50\" fill=\"url(#p)\"/>";
  EXPECT_THROW(printed(picture(dust), "dust"), RunError);
}

}  // namespace
}  // namespace pehchan
