#include "print/placed_jpegs.h"

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace pehchan {
namespace {

/// A page of 200 × 100 pt with this content, a JPEG /J, a picture that is none /N, and a form /F of its own content
/// that is moved by 10 pt to the right.
class OnePage {
 public:
  OnePage(const std::string& content, const std::string& form_content) {
    pdf_.emptyPDF();
    auto form = stream(form_content, "<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Matrix [1 0 0 1 10 0] >>");
    auto drawable = QPDFObjectHandle::parse("<< /XObject << >> >>");
    auto objects = drawable.getKey("/XObject");
    objects.replaceKey("/F", form);
    objects.replaceKey("/J", stream("jpeg", "<< /Type /XObject /Subtype /Image /Filter /DCTDecode >>"));
    objects.replaceKey("/N", stream("else", "<< /Type /XObject /Subtype /Image >>"));
    const auto resources = pdf_.makeIndirectObject(drawable);
    form.getDict().replaceKey("/Resources", resources);
    auto page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 200 100] >>");
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents", stream(content, "<< >>"));
    QPDFPageDocumentHelper(pdf_).addPage(pdf_.makeIndirectObject(page), false);
  }
  std::vector<PlacedJpeg> jpegs() { return placed_jpegs(QPDFPageDocumentHelper(pdf_).getAllPages().front()); }

 private:
  QPDFObjectHandle stream(const std::string& bytes, const std::string& dictionary) {
    auto made = QPDFObjectHandle::newStream(&pdf_, bytes);
    made.replaceDict(QPDFObjectHandle::parse(dictionary));
    return made;
  }
  QPDF pdf_;
};

void expect_at(const PlacedJpeg& jpeg, double x, double y, double width, double height) {
  EXPECT_NEAR(to_pt(jpeg.place.x), x, 1e-6);
  EXPECT_NEAR(to_pt(jpeg.place.y), y, 1e-6);
  EXPECT_NEAR(to_pt(jpeg.place.width), width, 1e-6);
  EXPECT_NEAR(to_pt(jpeg.place.height), height, 1e-6);
}

TEST(PlacedJpegs, LieWhereTheyAreDrawnFromTheTopLeft) {
  const auto jpegs = OnePage("q 20 0 0 30 5 60 cm /J Do Q 40 0 0 -40 0 40 cm /J Do", "").jpegs();
  ASSERT_EQ(jpegs.size(), 2U);
  expect_at(jpegs[0], 5, 10, 20, 30);
  expect_at(jpegs[1], 0, 60, 40, 40);
}

TEST(PlacedJpegs, InsideAFormAreFoundEachTimeItIsDrawn) {
  const auto jpegs = OnePage("/F Do 2 0 0 2 0 0 cm /F Do", "10 0 0 10 0 0 cm /J Do").jpegs();
  ASSERT_EQ(jpegs.size(), 2U);
  expect_at(jpegs[0], 10, 90, 10, 10);
  expect_at(jpegs[1], 20, 80, 20, 20);
}

TEST(PlacedJpegs, OtherPicturesAreLeftOut) { EXPECT_TRUE(OnePage("/N Do /X Do", "").jpegs().empty()); }

TEST(PlacedJpegs, AFormThatDrawsItselfEnds) { EXPECT_FALSE(OnePage("/F Do", "/J Do /F Do").jpegs().empty()); }

}  // namespace
}  // namespace pehchan
