#include "draw/draw_picture.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <turbojpeg.h>

#include "draw/drawn_page.h"

namespace pehchan {
namespace {

constexpr unsigned white = 0xFFFFFF, red = 0xFF0000, blue = 0x0000FF;
constexpr Size page{40_mm, 30_mm};

std::shared_ptr<const ArtworkFile> file(const std::string& name, std::string bytes) {
  return std::make_shared<ArtworkFile>(
      ArtworkFile{.file = name, .bytes = std::move(bytes), .page = 1, .placeholders = {}});
}

/// Twice as wide as high.
std::string svg(const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\">" + inside + "</svg>";
}
const std::string red_svg = svg("<rect width=\"20\" height=\"10\" fill=\"#f00\"/>");

DrawnPage drawn(const DrawnPicture& picture) {
  return DrawnPage(page, [&](cairo_t* cairo) { draw_picture(cairo, picture); });
}

/// Of a picture that is red all over, in a box of 20 × 20 mm from 10, 5 mm.
struct Place {
  double left, top, right, bottom;
};
void expect_red_in(const DrawnPage& seen, const Place& at) {
  EXPECT_TRUE(is_near(seen.at(at.left + 0.1, at.top + 0.1), red));
  EXPECT_TRUE(is_near(seen.at(at.right - 0.1, at.bottom - 0.1), red));
  EXPECT_EQ(seen.at(at.left - 0.1, at.top + 0.1), white);
  EXPECT_EQ(seen.at(at.left + 0.1, at.top - 0.1), white);
  EXPECT_EQ(seen.at(at.right + 0.1, at.bottom - 0.1), white);
  EXPECT_EQ(seen.at(at.right - 0.1, at.bottom + 0.1), white);
}
const Rect box{10_mm, 5_mm, 20_mm, 20_mm};

TEST(DrawPicture, IsAsLargeAsItsBoxAllowsAndInItsMiddle) {
  expect_red_in(drawn({file("a.svg", red_svg), box}), {10, 10, 30, 20});
  const auto solid = [](int, int) { return 0xFFFF0000U; };
  expect_red_in(drawn({file("a.png", png_of(20, 10, solid)), box}), {10, 10, 30, 20});
  expect_red_in(drawn({file("a.jpg", jpeg_of(20, 10, solid)), box}), {10, 10, 30, 20});
  expect_red_in(drawn({file("a.jpg", jpeg_of(10, 20, solid)), box}), {15, 5, 25, 25});
}

TEST(DrawPicture, StandsWhereItIsAligned) {
  const auto wide = file("a.svg", red_svg);
  expect_red_in(drawn({wide, box, Align::centre, VerticalAlign::top}), {10, 5, 30, 15});
  expect_red_in(drawn({wide, box, Align::centre, VerticalAlign::bottom}), {10, 15, 30, 25});
  const auto high = file("a.png", png_of(10, 20, [](int, int) { return 0xFFFF0000U; }));
  expect_red_in(drawn({high, box, Align::left, VerticalAlign::middle}), {10, 5, 20, 25});
  expect_red_in(drawn({high, box, Align::right, VerticalAlign::middle}), {20, 5, 30, 25});
}

TEST(DrawPicture, OfSvgStaysVectors) {
  EXPECT_EQ(drawn({file("a.svg", red_svg), box}).pdf().find("/Image"), std::string::npos);
}

TEST(DrawPicture, OfSvgHasItsFiltersInPrintQuality) {
  const std::string shadow =
      svg("<filter id=\"f\"><feGaussianBlur stdDeviation=\"0.1\"/></filter>"
          "<rect width=\"20\" height=\"10\" fill=\"#f00\" filter=\"url(#f)\"/>");
  const std::string pdf = drawn({file("a.svg", shadow), box}).pdf();
  const auto at = pdf.find("/Width ");
  ASSERT_NE(at, std::string::npos);
  EXPECT_GE(std::stoi(pdf.substr(at + 7)), 310) << "20 mm at 400 dpi";
}

TEST(DrawPicture, OfPngLetsWhatLiesBeneathShineThrough) {
  const auto half = file("a.png", png_of(20, 10, [](int x, int) { return x < 10 ? 0x00000000U : 0x80FF0000U; }));
  const DrawnPage seen(page, [&](cairo_t* cairo) {
    cairo_set_source_rgb(cairo, 0, 0, 1);
    cairo_paint(cairo);
    draw_picture(cairo, {half, box});
  });
  EXPECT_EQ(seen.at(12, 15), blue);
  EXPECT_TRUE(is_near(seen.at(28, 15), 0x80007FU)) << std::hex << seen.at(28, 15);
}

TEST(DrawPicture, UnpacksAPngOnceForAllItsBoxes) {
  const auto large = file("a.png", png_of(4000, 2000, [](int, int) { return 0xFFFF0000U; }));
  const auto peak_mb = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
  };
  const auto before = peak_mb();
  drawn({large, box});
  const auto once = peak_mb();
  const DrawnPage thirty(page, [&](cairo_t* cairo) {
    for (int i = 1; i <= 30; ++i) draw_picture(cairo, {large, {0_mm, 0_mm, Mm{1.0 * i}, 20_mm}});
  });
  EXPECT_LT(peak_mb() - once, 100 + (once - before)) << "MB; 32 for each box would be 960";
}

TEST(DrawPicture, OfJpegGoesIntoAPdfByteForByte) {
  for (const int flags : {0, TJFLAG_PROGRESSIVE}) {
    const std::string jpeg = jpeg_of(64, 32, noise, flags);
    EXPECT_NE(drawn({file("a.jpg", jpeg), box}).pdf().find(jpeg), std::string::npos);
  }
}

TEST(DrawPicture, IsNotSmoothedByThePdf) {
  for (const auto& bytes : {png_of(20, 10, noise), jpeg_of(20, 10, noise)})
    EXPECT_EQ(drawn({file("a", bytes), box}).pdf().find("/Interpolate true"), std::string::npos) << "as PDF/A wants it";
}

/// An SVG of many curves that deflate does not make small.
std::string busy_svg() {
  std::string paths;
  for (int i = 0; i < 900; ++i) {
    const auto at = [&](int j) { return std::to_string(noise(i, j) % 20000U / 1000.0); };
    paths += "<path d=\"M" + at(0) + " " + at(1) + "C" + at(2) + " " + at(3) + " " + at(4) + " " + at(5) + " " + at(6) +
             " " + at(7) + "\" stroke=\"#000\" fill=\"none\"/>";
  }
  return svg(paths);
}

class StoredPicture : public testing::TestWithParam<const char*> {
 protected:
  std::string bytes() const {
    const std::string kind = GetParam();
    return kind == "png" ? png_of(150, 100, noise) : kind == "jpg" ? jpeg_of(150, 100, noise) : busy_svg();
  }
};
INSTANTIATE_TEST_SUITE_P(DrawPicture, StoredPicture, testing::Values("png", "jpg", "svg"),
                         [](const auto& one) { return std::string(one.param); });

TEST_P(StoredPicture, IsInAPdfOnceHoweverOftenItIsDrawn) {
  const auto picture = file("logo", bytes());
  const auto ten = [&](cairo_t* cairo) {
    for (int i = 0; i < 10; ++i) draw_picture(cairo, {picture, {Mm{i * 2.0}, 2_mm, 10_mm, 10_mm}});
  };
  const std::size_t one_page = DrawnPage(page, ten).pdf().size(), many = DrawnPage(page, ten, 21).pdf().size();
  EXPECT_GT(one_page, 20'000U) << "large enough to be seen";
  EXPECT_LT(many - one_page, 20 * 1500U) << "what a page takes without it";
}

// As the sheet's background is: it is made again for the last sheet.
TEST_P(StoredPicture, IsInAPdfOnceAlsoWhenBackgroundsHoldIt) {
  const auto picture = file("logo", bytes());
  const auto background = [&](cairo_t* cairo) {
    const cairo_rectangle_t extents{0, 0, 40, 30};
    const SurfaceHandle sheet(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
    const CairoHandle canvas(cairo_create(sheet.get()));
    draw_picture(canvas.get(), {picture, {5_mm, 5_mm, 10_mm, 10_mm}});
    draw_picture(canvas.get(), {picture, {20_mm, 5_mm, 10_mm, 10_mm}});
    cairo_set_source_surface(cairo, sheet.get(), 0, 0);
    cairo_paint(cairo);
    draw_picture(cairo, {picture, {5_mm, 18_mm, 10_mm, 10_mm}});
  };
  const std::size_t one_page = DrawnPage(page, background).pdf().size();
  EXPECT_LT(DrawnPage(page, background, 21).pdf().size() - one_page, 20 * 1500U);
}

}  // namespace
}  // namespace pehchan
