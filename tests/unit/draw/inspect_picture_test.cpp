#include "draw/inspect_picture.h"

#include <gtest/gtest.h>
#include <turbojpeg.h>

#include <ostream>

#include "base/run_error.h"
#include "draw/drawn_page.h"

namespace pehchan {
namespace {

ArtworkFile file(std::string bytes) {
  return {.file = "logo.any", .bytes = std::move(bytes), .page = 1, .placeholders = {}};
}

std::string told(std::string bytes) {
  try {
    inspect_picture(file(std::move(bytes)));
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    EXPECT_FALSE(error.advice.empty());
    return error.what();
  }
  return "accepted";
}

std::string svg(const std::string& inside, const std::string& size = "viewBox=\"0 0 20 10\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + ">" + inside + "</svg>";
}

/// A PNG or JPEG of whatever size, whose header says another.
std::string png_claiming(unsigned width, unsigned height) {
  std::string png = png_of(4, 4, noise);
  for (unsigned i = 0; i < 4; ++i) {
    png[16 + i] = static_cast<char>(width >> (24 - 8 * i));
    png[20 + i] = static_cast<char>(height >> (24 - 8 * i));
  }
  return png;
}

std::size_t frame_of(const std::string& jpeg) {
  for (const char* marker : {"\xFF\xC0", "\xFF\xC2"})
    if (const auto at = jpeg.find(marker); at != std::string::npos) return at;
  return std::string::npos;
}

std::string jpeg_claiming(unsigned width, unsigned height) {
  std::string jpeg = jpeg_of(16, 16, noise);
  const auto at = frame_of(jpeg);
  for (unsigned i = 0; i < 2; ++i) {
    jpeg[at + 5 + i] = static_cast<char>(height >> (8 - 8 * i));
    jpeg[at + 7 + i] = static_cast<char>(width >> (8 - 8 * i));
  }
  return jpeg;
}

std::string with_frame(char marker) {
  std::string jpeg = jpeg_of(16, 16, noise);
  jpeg[frame_of(jpeg) + 1] = marker;
  return jpeg;
}

std::string cmyk_jpeg() {
  const std::vector<unsigned char> inks(16 * 16 * 4, 77);
  const tjhandle encoder = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(encoder, inks.data(), 16, 0, 16, TJPF_CMYK, &bytes, &size, TJSAMP_444, 90, 0);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  return jpeg;
}

/// Its last scan as often again.
std::string jpeg_of_scans(int count) {
  std::string jpeg = jpeg_of(64, 64, noise, TJFLAG_PROGRESSIVE);
  const std::string last = jpeg.substr(jpeg.rfind("\xFF\xDA"), jpeg.size() - 2 - jpeg.rfind("\xFF\xDA"));
  for (int i = 0; i < count; ++i) jpeg.insert(jpeg.size() - 2, last);
  return jpeg;
}

std::string padded_jpeg() {
  std::string jpeg = jpeg_of(16, 16, noise);
  jpeg.insert(frame_of(jpeg), 1, '\xFF');
  return jpeg;
}

/// With an EXIF segment as telephones write it: IFD0 of one entry, the orientation.
std::string jpeg_with_orientation(char orientation, bool is_little = true) {
  using namespace std::string_literals;
  std::string exif = is_little ? "Exif\0\0II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0"s
                               : "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0"s;
  exif += "\0\0\0\0"s;
  std::string jpeg = jpeg_of(16, 16, noise);
  return jpeg.insert(2, "\xFF\xE1\0"s + static_cast<char>(exif.size() + 2) + exif);
}

std::string cut(const std::string& bytes, double part) {
  return bytes.substr(0, static_cast<std::size_t>(static_cast<double>(bytes.size()) * part));
}

struct Case {
  const char* name;
  std::string bytes, reason;
};
std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }

class RefusedPicture : public testing::TestWithParam<Case> {};

TEST_P(RefusedPicture, IsToldWithTheFileAndTheReason) {
  const std::string what = told(GetParam().bytes);
  EXPECT_TRUE(what.starts_with("logo.any: ")) << what;
  EXPECT_NE(what.find(GetParam().reason), std::string::npos) << what;
}

INSTANTIATE_TEST_SUITE_P(
    InspectPicture, RefusedPicture,
    testing::Values(Case{"Nothing", "", "neither SVG, PNG nor JPEG"}, Case{"Words", "Dear sir", "neither SVG"},
                    Case{"Gif", "GIF89a\1\0\1\0", "neither SVG"}, Case{"Pdf", "%PDF-1.7\n", "neither SVG"},
                    Case{"TooLarge", std::string(5'000'001, 'a'), "5 MB"},
                    Case{"PngBomb", png_claiming(20'000, 20'000), "25 megapixels"},
                    Case{"PngOfAbsurdSize", png_claiming(0xFFFFFFFF, 0xFFFFFFFF), "25 megapixels"},
                    Case{"PngOfAbsurdProportions", png_claiming(40'000, 1), "32,767 pixels"},
                    Case{"PngWithoutHeight", png_claiming(4, 0), "damaged"},
                    Case{"PngCutOffInItsHeader", png_of(9, 9, noise).substr(0, 20), "damaged"},
                    Case{"PngCutOff", cut(png_of(90, 90, noise), 0.6), "damaged"},
                    Case{"PngOfAnotherSize", png_claiming(40, 40), "damaged"},
                    Case{"JpegBomb", jpeg_claiming(65'000, 65'000), "25 megapixels"},
                    Case{"JpegWithoutHeight", jpeg_claiming(16, 0), "damaged"},
                    Case{"JpegCutOffInItsHeader", jpeg_of(90, 90, noise).substr(0, 30), "damaged"},
                    Case{"JpegCutOff", cut(jpeg_of(90, 90, noise), 0.6), "damaged"},
                    Case{"JpegProgressiveCutOff", cut(jpeg_of(90, 90, noise, TJFLAG_PROGRESSIVE), 0.6), "damaged"},
                    Case{"JpegOfAnotherSize", jpeg_claiming(640, 640), "damaged"},
                    Case{"JpegInCmyk", cmyk_jpeg(), "CMYK"}, Case{"JpegLossless", with_frame('\xC3'), "unusual"},
                    Case{"JpegArithmetic", with_frame('\xC9'), "unusual"},
                    Case{"JpegOfManyScans", jpeg_of_scans(100), "unusual"},
                    Case{"JpegOfATelephoneHeldUpright", jpeg_with_orientation(6), "on its side"},
                    Case{"JpegOfATelephoneThatWritesBigEndian", jpeg_with_orientation(3, false), "on its side"},
                    Case{"JpegPadded", padded_jpeg(), "damaged"},
                    Case{"SvgWithText", svg("<text>Booth</text>"), "<text>"},
                    Case{"SvgOfAnotherFile", svg("<image href=\"file:///etc/passwd\"/>"), "points outside"},
                    Case{"SvgWithoutViewBox", svg("", "width=\"20mm\" height=\"10mm\""), "no viewBox"},
                    Case{"SvgWithoutArea", svg("", "viewBox=\"0 0 0 10\""), "no viewBox"},
                    Case{"OtherMarkup", "<html><body/></html>", "logo.any"},
                    Case{"SvgCutOff", cut(svg("<rect width=\"9\" height=\"9\"/>"), 0.7), "not SVG"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(InspectPicture, TakesWhatDesignersSave) {
  EXPECT_EQ(told(svg("<rect width=\"9\" height=\"9\"/>")), "accepted");
  EXPECT_EQ(told("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n" + svg("<rect width=\"9\" height=\"9\"/>")), "accepted");
  EXPECT_EQ(told(png_of(60, 20, [](int x, int) { return x < 30 ? 0U : 0xFF123456U; })), "accepted");
  EXPECT_EQ(told(jpeg_of(60, 20, noise)), "accepted");
  EXPECT_EQ(told(jpeg_of(60, 20, noise, TJFLAG_PROGRESSIVE)), "accepted");
  EXPECT_EQ(told(jpeg_with_orientation(1)), "accepted");
  EXPECT_EQ(told(jpeg_with_orientation(1, false)), "accepted");
  EXPECT_EQ(told(jpeg_with_orientation(0)), "accepted") << "which EXIF does not know";
}

TEST(PictureSize, IsDemandedBeforeAnythingIsUnpacked) {
  EXPECT_EQ(demand_picture_size(file(png_claiming(5000, 5000)))->width, 5000U);
  EXPECT_THROW(demand_picture_size(file(png_claiming(5000, 5001))), RunError);
  EXPECT_FALSE(demand_picture_size(file(svg(""))));
}

TEST(InspectPicture, ReadsNoExifBeyondTheFile) {
  const std::string turned = jpeg_with_orientation(6);
  for (std::size_t length = 4; length < 60; ++length) EXPECT_NE(told(turned.substr(0, length)), "accepted") << length;
  for (const char offset : {'\xFF', '\x7F', '\x18'}) {
    std::string odd = turned;
    odd.replace(odd.find("II") + 4, 4, 4, offset);
    EXPECT_EQ(told(odd), "accepted") << "nothing stands there";
  }
}

TEST(PicturePpi, IsOfThePictureAsLargeAsItsBoxAllows) {
  const ArtworkFile wide = file(png_of(200, 100, noise));
  EXPECT_NEAR(*picture_ppi(wide, {25.4_mm, 25.4_mm}), 200, 0.01);
  EXPECT_NEAR(*picture_ppi(wide, {25.4_mm, 6.35_mm}), 400, 0.01);
  EXPECT_FALSE(picture_ppi(file(svg("")), {25.4_mm, 25.4_mm}));
}

}  // namespace
}  // namespace pehchan
