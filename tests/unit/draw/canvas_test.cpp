#include "draw/canvas.h"

#include <cairo-pdf.h>
#include <gtest/gtest.h>
#include <turbojpeg.h>
#include <numbers>
#include <tuple>

#include <cmath>

#include "base/run_error.h"
#include "draw/draw_picture.h"
#include "draw/draw_symbol.h"

namespace pehchan {
namespace {

constexpr int px_per_mm = 20;

/// A grey raster of so many mm, 20 px each.
class Canvas {
 public:
  Canvas(int width_mm, int height_mm)
      : image_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_mm * px_per_mm, height_mm * px_per_mm)),
        cairo_(cairo_create(image_.get())) {
    cairo_scale(cairo_.get(), px_per_mm, px_per_mm);
    cairo_set_source_rgb(cairo_.get(), 0.5, 0.5, 0.5);
    cairo_paint(cairo_.get());
  }
  cairo_t* cairo() const { return cairo_.get(); }
  /// 0xRRGGBB in the middle of so many mm.
  unsigned at(double x_mm, double y_mm) const {
    cairo_surface_flush(image_.get());
    const auto* row = cairo_image_surface_get_data(image_.get()) +
                      static_cast<int>(y_mm * px_per_mm) * cairo_image_surface_get_stride(image_.get());
    return reinterpret_cast<const std::uint32_t*>(row)[static_cast<int>(x_mm * px_per_mm)] & 0xFFFFFFU;
  }

 private:
  SurfaceHandle image_;
  CairoHandle cairo_;
};

QrSymbol checked_symbol() {
  QrSymbol symbol{"checked", 1, 'M', 21, {}};
  for (int i = 0; i < 21 * 21; ++i)
    symbol.is_dark.push_back(static_cast<std::uint8_t>((i / 21 * 7 + i % 21 * 3) % 5 < 2));
  return symbol;
}

std::string gradient_jpeg(int width, int height) {
  std::vector<unsigned char> rgb;
  for (int i = 0; i < width * height; ++i)
    for (const int part : {i % width, i / width, 90}) rgb.push_back(static_cast<unsigned char>(part % 256));
  const tjhandle encoder = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(encoder, rgb.data(), width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_420, 90, 0);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  return jpeg;
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

TEST(DrawQr, PaintsEachModuleBlackWhereItBelongs) {
  const Canvas canvas(32, 32);
  const QrSymbol symbol = checked_symbol();
  draw_qr(canvas.cairo(), {symbol, {5.5_mm, 4.5_mm, 21_mm, 21_mm}});
  for (int y = 0; y < 21; ++y) {
    for (int x = 0; x < 21; ++x) {
      const unsigned wanted = symbol.is_dark[static_cast<std::size_t>(y * 21 + x)] ? 0x000000 : 0xFFFFFF;
      for (const double part : {0.05, 0.5, 0.94})  // to the module's very edges
        ASSERT_EQ(canvas.at(5.5 + x + part, 4.5 + y + part), wanted) << x << ", " << y << " at " << part;
    }
  }
}

TEST(DrawQr, KeepsFourModulesOfWhiteAroundAndNoMore) {
  const Canvas canvas(32, 32);
  draw_qr(canvas.cairo(), {checked_symbol(), {5.5_mm, 4.5_mm, 21_mm, 21_mm}});
  EXPECT_EQ(canvas.at(1.55, 15), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(30.45, 15), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(15, 0.55), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(15, 29.45), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(1.4, 15), 0x808080U);
  EXPECT_EQ(canvas.at(15, 29.6), 0x808080U);
}

TEST(DrawBarcode, PaintsEveryBarInItsPlaceAndWhiteBesideIt) {
  const Canvas canvas(32, 16);
  const BarcodeSymbol symbol{BarcodeKind::code128, "", 11, 1, {1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1}};
  draw_barcode(canvas.cairo(), {symbol, {10.5_mm, 3.5_mm, 11_mm, 8_mm}});
  for (int x = 0; x < 11; ++x)
    for (const double part : {0.05, 0.5, 0.94})
      for (const double y : {3.55, 7.0, 11.45})
        ASSERT_EQ(canvas.at(10.5 + x + part, y), symbol.is_dark[static_cast<std::size_t>(x)] ? 0x000000U : 0xFFFFFFU)
            << x << " at " << part;
  EXPECT_EQ(canvas.at(0.55, 7), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(31.45, 7), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(0.4, 7), 0x808080U);
  EXPECT_EQ(canvas.at(15, 3.4), 0x808080U) << "none is needed above";
}

TEST(DrawSymbol, OnATurnedCardStaysWhereItBelongs) {
  const QrSymbol qr = checked_symbol();
  const BarcodeSymbol barcode{BarcodeKind::pdf417, "", 2, 3, {1, 0, 0, 1, 1, 1}};
  for (int turns = 1; turns < 4; ++turns) {
    const Canvas canvas(32, 32);
    cairo_translate(canvas.cairo(), 16, 16);
    cairo_rotate(canvas.cairo(), turns * std::numbers::pi / 2);
    cairo_translate(canvas.cairo(), -16, -16);
    // What the canvas shows of a place of the card.
    const auto at = [&](double x, double y) {
      for (int turn = 0; turn < turns; ++turn) std::tie(x, y) = std::tuple(32 - y, x);
      return canvas.at(x, y);
    };
    draw_qr(canvas.cairo(), {qr, {5.5_mm, 4.5_mm, 21_mm, 21_mm}});
    for (int y = 0; y < 21; ++y)
      for (int x = 0; x < 21; ++x)
        ASSERT_EQ(at(6 + x, 5 + y), qr.is_dark[static_cast<std::size_t>(y * 21 + x)] ? 0x000000U : 0xFFFFFFU)
            << turns << " turns, " << x << ", " << y;
    draw_barcode(canvas.cairo(), {barcode, {5_mm, 5_mm, 4_mm, 18_mm}});
    for (int y = 0; y < 3; ++y)
      for (int x = 0; x < 2; ++x)
        ASSERT_EQ(at(6 + 2 * x, 8 + 6 * y),
                  barcode.is_dark[static_cast<std::size_t>(y * 2 + x)] ? 0x000000U : 0xFFFFFFU)
            << turns << " turns, " << x << ", " << y;
  }
}

TEST(DrawBarcode, PaintsRowsHigherThanTheyAreWide) {
  const Canvas canvas(32, 32);
  const BarcodeSymbol symbol{BarcodeKind::pdf417, "", 2, 3, {1, 0, 0, 1, 1, 1}};
  draw_barcode(canvas.cairo(), {symbol, {5_mm, 5_mm, 4_mm, 18_mm}});
  EXPECT_EQ(canvas.at(5.1, 10.9), 0x000000U);
  EXPECT_EQ(canvas.at(7.1, 10.9), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(5.1, 11.1), 0xFFFFFFU);
  EXPECT_EQ(canvas.at(8.9, 11.1), 0x000000U);
  EXPECT_EQ(canvas.at(5.1, 22.9), 0x000000U);
  EXPECT_EQ(canvas.at(1.1, 1.1), 0xFFFFFFU) << "two modules of white";
  EXPECT_EQ(canvas.at(0.9, 1.1), 0x808080U);
}

TEST(DrawPortrait, PutsTheJpegIntoAPdfByteForByte) {
  const Portrait portrait{gradient_jpeg(59, 76), 59, 76, {}};
  std::string pdf;
  const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(append, &pdf, 200, 200));
  const CairoHandle cairo(cairo_create(surface.get()));
  draw_portrait(cairo.get(), {portrait, {10_mm, 10_mm, 25_mm, 32_mm}, 1.8_mm});
  cairo_surface_finish(surface.get());
  EXPECT_NE(pdf.find(portrait.jpeg), std::string::npos);
  EXPECT_NE(pdf.find("/DCTDecode"), std::string::npos);
  EXPECT_EQ(pdf.find("/Interpolate true"), std::string::npos) << "PDF/A forbids it";
}

TEST(DrawPortrait, LeavesTheCanvasAsItWas) {
  const Canvas canvas(32, 32);
  draw_portrait(canvas.cairo(), {{gradient_jpeg(59, 76), 59, 76, {}}, {2_mm, 2_mm, 5_mm, 6_mm}, 1_mm});
  cairo_set_source_rgb(canvas.cairo(), 1, 0, 0);
  cairo_paint(canvas.cairo());
  EXPECT_EQ(canvas.at(30, 30), 0xFF0000U) << "the clip is gone";
}

TEST(DrawText, SetsTheBaselineWhereItIsTold) {
  const FontSet fonts;
  const Canvas canvas(32, 32);
  draw_text(canvas.cairo(), fonts, {{{"HEH", {5_mm, 20_mm}}}, {"Noto Sans", font_weight::bold, 40}, {1, 0, 0}});
  const auto is_red = [&](double x, double y) { return canvas.at(x, y) == 0xFF0000; };
  const auto row_has_red = [&](double y) {
    for (double x = 0; x < 32; x += 0.05)
      if (is_red(x + 0.01, y)) return true;
    return false;
  };
  EXPECT_TRUE(row_has_red(19.9));
  EXPECT_FALSE(row_has_red(20.1));
  EXPECT_TRUE(row_has_red(20 - from_pt(40 * 0.70).value)) << "capitals are 0.714 em high";
  EXPECT_FALSE(row_has_red(20 - from_pt(40 * 0.73).value));
}

TEST(Check, TellsAFailedWriteAsOneToTryAgain) {
  const auto full = [](void*, const unsigned char*, unsigned) { return CAIRO_STATUS_WRITE_ERROR; };
  const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(full, nullptr, 100, 100));
  cairo_surface_finish(surface.get());
  try {
    check(surface.get(), "writing sheets-0001.pdf");
    FAIL() << "the failed write went unseen";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::try_again);
    EXPECT_NE(std::string(error.what()).find("writing sheets-0001.pdf failed"), std::string::npos) << error.what();
    EXPECT_NE(error.advice.find("disk"), std::string::npos);
  }
}

TEST(Check, TellsAnyOtherErrorAsTheProgramsOwn) {
  const Canvas canvas(1, 1);
  cairo_restore(canvas.cairo());  // without a save
  try {
    check(canvas.cairo(), "drawing");
    FAIL() << "the error went unseen";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::internal);
  }
}

TEST(Check, SaysNothingWhenAllIsWell) {
  const Canvas canvas(1, 1);
  EXPECT_NO_THROW(check(canvas.cairo(), "drawing"));
}

/// As gradient_jpeg has it, within what JPEG and scaling change.
void expect_gradient(unsigned seen, int across, int down, const char* what) {
  EXPECT_NEAR(static_cast<int>(seen >> 16), across, 8) << what;
  EXPECT_NEAR(static_cast<int>(seen >> 8 & 255U), down, 8) << what;
  EXPECT_NEAR(static_cast<int>(seen & 255U), 90, 8) << what;
}

TEST(Canvas, OnARasterAPortraitAndAJpegPictureAreTheirPixels) {
  const std::string jpeg = gradient_jpeg(240, 240);
  Canvas canvas(10, 5);
  draw_portrait(canvas.cairo(), {{jpeg, 240, 240, {}}, {0_mm, 0_mm, 4_mm, 4_mm}, 0_mm});
  draw_picture(canvas.cairo(),
               {std::make_shared<const ArtworkFile>(ArtworkFile{"logo.jpg", jpeg, 1, {}}), {5_mm, 0_mm, 4_mm, 4_mm}});
  expect_gradient(canvas.at(1, 3), 60, 180, "portrait");
  expect_gradient(canvas.at(6, 3), 60, 180, "picture");
  EXPECT_EQ(canvas.at(4.5, 2), 0x808080U) << "beside them";
  Canvas small(1, 1);
  draw_portrait(small.cairo(), {{jpeg, 240, 240, {}}, {0_mm, 0_mm, 1_mm, 1_mm}, 0_mm});
  expect_gradient(small.at(0.5, 0.25), 120, 60, "decoded smaller");
}

}  // namespace
}  // namespace pehchan
