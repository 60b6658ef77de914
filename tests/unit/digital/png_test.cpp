#include "digital/png.h"

#include <gtest/gtest.h>
#include <png.h>

#include <functional>
#include <random>
#include <stdexcept>
#include <string_view>

namespace pehchan {
namespace {

/// As libpng reads it, with every check it has.
RgbPicture by_libpng(const std::string& bytes, double& dpi) {
  png_structp png = png_create_read_struct(
      PNG_LIBPNG_VER_STRING, nullptr, [](png_structp, png_const_charp what) { throw std::runtime_error(what); },
      [](png_structp, png_const_charp what) { throw std::runtime_error(what); });
  png_infop info = png_create_info_struct(png);
  std::string_view rest = bytes;
  png_set_read_fn(png, &rest, [](png_structp from, png_bytep to, size_t count) {
    auto& left = *static_cast<std::string_view*>(png_get_io_ptr(from));
    if (left.size() < count) throw std::runtime_error("it is cut off");
    std::copy_n(left.begin(), count, to);
    left.remove_prefix(count);
  });
  png_read_info(png, info);
  EXPECT_EQ(png_get_bit_depth(png, info), 8);
  EXPECT_EQ(png_get_color_type(png, info), PNG_COLOR_TYPE_RGB);
  RgbPicture picture{.width = static_cast<int>(png_get_image_width(png, info)),
                     .height = static_cast<int>(png_get_image_height(png, info)),
                     .pixels = {}};
  picture.pixels.resize(picture.row_bytes() * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y)
    png_read_row(png, picture.pixels.data() + static_cast<std::size_t>(y) * picture.row_bytes(), nullptr);
  png_read_end(png, nullptr);
  dpi = png_get_x_pixels_per_meter(png, info) * 0.0254;
  int intent = -1;
  EXPECT_NE(png_get_sRGB(png, info, &intent), 0U);
  EXPECT_TRUE(rest.empty()) << rest.size() << " bytes behind the end";
  png_destroy_read_struct(&png, &info, nullptr);
  return picture;
}

void expect_same(const RgbPicture& picture, const char* what) {
  double dpi = 0;
  const RgbPicture read = by_libpng(png_of(picture, 300), dpi);
  EXPECT_EQ(read.width, picture.width) << what;
  EXPECT_EQ(read.height, picture.height) << what;
  EXPECT_TRUE(read.pixels == picture.pixels) << what;
  EXPECT_NEAR(dpi, 300, 0.01) << what;
}

RgbPicture picture_of(int width, int height, const std::function<int(int, int, int)>& value) {
  RgbPicture picture{.width = width, .height = height, .pixels = {}};
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (int c = 0; c < 3; ++c) picture.pixels.push_back(static_cast<unsigned char>(value(x, y, c)));
  return picture;
}

TEST(Png, PicturesOfEveryKindComeBackAsTheyWere) {
  std::minstd_rand dice(7);
  expect_same(picture_of(1, 1, [](int, int, int) { return 200; }), "one pixel");
  expect_same(picture_of(3, 400, [](int x, int y, int c) { return x * 90 + y + c; }), "a narrow one");
  expect_same(picture_of(1011, 638, [](int, int, int) { return 255; }), "white paper");
  expect_same(picture_of(1011, 638, [](int x, int y, int c) { return x / 4 + y / 3 + c; }), "a gradient");
  expect_same(picture_of(1011, 638, [&](int, int, int) { return static_cast<int>(dice() >> 8 & 255); }), "noise");
  expect_same(picture_of(638, 1011, [](int x, int y, int) { return (x / 9 + y / 9) % 2 == 0 ? 0 : 255; }), "a code");
}

TEST(Png, SamePictureSameBytesAndAFlatOneIsSmall) {
  const RgbPicture flat = picture_of(1011, 638, [](int x, int, int) { return x < 500 ? 20 : 240; });
  EXPECT_EQ(png_of(flat, 300), png_of(flat, 300));
  EXPECT_LT(png_of(flat, 300).size(), 20'000U);
}

}  // namespace
}  // namespace pehchan
