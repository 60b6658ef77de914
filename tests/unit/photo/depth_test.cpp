// Every way in which a px may be written, with px a test wrote itself.
#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "photo/decode.h"
#include "unit/photo/made_pictures.h"
#include "unit/photo/raw_files.h"

namespace pehchan {
namespace {

std::string times(int count, const std::string& bytes) {
  std::string all;
  for (int i = 0; i < count; ++i) all += bytes;
  return all;
}

/// The colour of the first px and of its right neighbour; {1, 2, 3} twice when there is no picture.
std::pair<cv::Vec3b, cv::Vec3b> first_two(const std::string& file) {
  const auto decoded = decode_photo(file, 0);
  if (!decoded || decoded->pixels.cols != raw_side) return {{1, 2, 3}, {1, 2, 3}};
  return {decoded->pixels.at<cv::Vec3b>(0, 0), decoded->pixels.at<cv::Vec3b>(0, 1)};
}

using Two = std::pair<cv::Vec3b, cv::Vec3b>;
const cv::Vec3b black(0, 0, 0), white(255, 255, 255), grey(170, 170, 170);

TEST(DecodePng, OfEveryColourTypeAndDepth) {
  const std::string palette("\xC8\x64\x32\x0A\x14\x1E", 6);
  const Two coloured(cv::Vec3b(50, 100, 200), cv::Vec3b(30, 20, 10));
  EXPECT_EQ(first_two(raw_png({.depth = 1, .kind = 0, .row = times(16, "\x55")})), Two(black, white));
  EXPECT_EQ(first_two(raw_png({.depth = 2, .kind = 0, .row = times(32, "\x8C")})), Two(grey, black));
  EXPECT_EQ(first_two(raw_png({.depth = 4, .kind = 0, .row = times(64, "\xAF")})), Two(grey, white));
  EXPECT_EQ(first_two(raw_png({.depth = 16, .kind = 0, .row = times(64, std::string("\xAA\xAA\0\0", 4))})),
            Two(grey, black));
  EXPECT_EQ(first_two(raw_png({.depth = 1, .kind = 3, .row = times(16, "\x55"), .palette = palette})), coloured);
  EXPECT_EQ(first_two(raw_png({.kind = 3, .row = times(64, std::string("\0\1", 2)), .palette = palette})), coloured);
  EXPECT_EQ(first_two(raw_png({.kind = 2, .row = times(64, palette)})), coloured);
}

TEST(DecodePng, WithEveryKindOfTransparency) {
  const std::string palette("\xC8\x64\x32\x0A\x14\x1E", 6);
  EXPECT_EQ(first_two(raw_png({.kind = 3,
                               .row = times(64, std::string("\0\1", 2)),
                               .palette = palette,
                               .transparency = std::string(1, '\0')})),
            Two(white, cv::Vec3b(30, 20, 10)));
  EXPECT_EQ(first_two(raw_png({.kind = 0, .row = times(64, "\x33\xAA"), .transparency = std::string("\0\x33", 2)})),
            Two(white, grey));
  EXPECT_EQ(first_two(raw_png({.kind = 4, .row = times(64, std::string("\x33\0\xAA\xFF", 4))})), Two(white, grey));
  EXPECT_EQ(
      first_two(raw_png({.depth = 16, .kind = 4, .row = times(64, std::string("\x33\x33\0\0\xAA\xAA\xFF\xFF", 8))})),
      Two(white, grey));
}

TEST(DecodePng, OfAnAnimationTheStillPicture) {
  const cv::Mat picture = drawn_picture();
  const auto still = file_of(PictureFormat::png, picture);
  const auto decoded = decode_photo(with_png_chunk(still, "acTL", std::string("\0\0\0\2\0\0\0\0", 8)), 0);
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(worst_cell(decoded->pixels, picture), 0);
}

TEST(DecodeWebp, OfAnAnimationTheFirstFrame) {
  const cv::Mat first = drawn_picture(), second(first.size(), CV_8UC3, cv::Scalar::all(0));
  const auto decoded = decode_photo(
      animated_webp({file_of(PictureFormat::webp, first), file_of(PictureFormat::webp, second)}, 160, 120), 0);
  ASSERT_TRUE(decoded.has_value());
  EXPECT_LE(worst_cell(decoded->pixels, first), 6);
}

TEST(DecodeTiff, OfEveryKindOfPixel) {
  constexpr int white_is_zero = 0, black_is_zero = 1, rgb = 2, from_palette = 3, separated = 5;
  const std::string colours("\xC8\x64\x32\x0A\x14\x1E", 6);
  const Two coloured(cv::Vec3b(50, 100, 200), cv::Vec3b(30, 20, 10));
  EXPECT_EQ(first_two(raw_tiff({.depth = 1, .kind = black_is_zero, .row = times(16, "\x55")})), Two(black, white));
  EXPECT_EQ(first_two(raw_tiff({.depth = 1, .kind = white_is_zero, .row = times(16, "\x55")})), Two(white, black));
  EXPECT_EQ(first_two(raw_tiff({.depth = 8, .kind = black_is_zero, .row = times(64, "\xAA\xFF")})), Two(grey, white));
  EXPECT_EQ(first_two(raw_tiff({.depth = 16, .kind = black_is_zero, .row = times(64, "\xAA\xAA\xFF\xFF")})),
            Two(grey, white));
  EXPECT_EQ(first_two(raw_tiff({.depth = 8, .kind = rgb, .samples = 3, .row = times(64, colours)})), coloured);
  std::string palette;  // all reds, all greens, all blues of 2 colours
  for (const std::uint32_t value : {200U, 10U, 100U, 20U, 50U, 30U}) palette += number(value * 257, 2, false);
  EXPECT_EQ(first_two(raw_tiff({.depth = 1, .kind = from_palette, .row = times(16, "\x55"), .palette = palette})),
            coloured);
  EXPECT_EQ(first_two(raw_tiff({.depth = 8,
                                .kind = black_is_zero,
                                .samples = 2,
                                .has_alpha = true,
                                .row = times(64, std::string("\x33\0\xAA\xFF", 4))})),
            Two(white, grey));
  EXPECT_EQ(
      first_two(raw_tiff({.kind = separated, .samples = 4, .row = times(64, std::string("\0\0\0\x55\0\0\0\xFF", 8))})),
      Two(grey, black));
}

}  // namespace
}  // namespace pehchan
