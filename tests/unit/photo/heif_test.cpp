#include "photo/heif.h"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "photo/decode.h"
#include "photo/header.h"
#include "photo/hevc.h"
#include "unit/photo/heic_grid.h"
#include "unit/photo/made_pictures.h"

namespace pehchan {
namespace {

std::string brands(const std::string& all) {
  return std::string("\0\0\0", 3) + static_cast<char>(8 + all.size()) + "ftyp" + all;
}

TEST(DecodeHeif, TilesArePutTogetherAndTurnedAsTheFileSays) {
  const HeicGrid grid{.columns = 3, .rows = 2, .quarter_turns = 1};
  const auto decoded = decode_photo(heic_of_grid(grid), 0);
  ASSERT_TRUE(decoded.has_value());
  cv::Mat expected;
  cv::repeat(drawn_picture(grid.tile, grid.tile), 2, 3, expected);
  cv::rotate(expected, expected, cv::ROTATE_90_COUNTERCLOCKWISE);
  EXPECT_LE(worst_cell(decoded->pixels, expected), 8);
}

TEST(DecodeHeif, TheHeaderTellsTheSizeOfTheWhole) {
  const auto header = read_header(heic_of_grid({.columns = 5, .rows = 3}));
  ASSERT_TRUE(header.has_value());
  EXPECT_EQ(header->format, PictureFormat::heic);
  EXPECT_EQ(header->width, 640U);
  EXPECT_EQ(header->height, 384U);
}

TEST(DecodeHeif, CodePointsBecomeAProfile) {
  EXPECT_TRUE(decode_photo(heic_of_grid({.primaries = 1}), 0)->icc.empty());
  EXPECT_FALSE(decode_photo(heic_of_grid({.primaries = 12}), 0)->icc.empty());
}

TEST(DecodeHeif, AnItemThatIsNotOnePictureOfItsSizeIsDamaged) {
  EXPECT_EQ(decode_photo(heic_of_grid({.pictures_per_item = 2}), 0).error(), PhotoFault::damaged);
  EXPECT_EQ(decode_photo(heic_of_grid({.tile = 128, .coded_tile = 1024}), 0).error(), PhotoFault::damaged);
}

// libheif takes memory for what the grid says, whatever the item's size: 65,535 px here, of 256.
TEST(DecodeHeif, AGridThatSaysAnotherSizeThanItsItemIsDamaged) {
  EXPECT_TRUE(decode_photo(heic_of_grid({.claimed_width = 256}), 0).has_value());
  EXPECT_EQ(decode_photo(heic_of_grid({.claimed_width = 65'535}), 0).error(), PhotoFault::damaged);
}

TEST(DecodeHeif, PartsOfAnotherCodingAreNoneOfOurFormats) {
  EXPECT_EQ(decode_photo(heic_of_grid({.kind = "av01"}), 0).error(), PhotoFault::format);
}

TEST(DecodeHeif, MorePixelsThanAllowedAreNotDecoded) {
  EXPECT_EQ(decode_photo(heic_of_grid({.columns = 20, .rows = 20, .tile = 512, .coded_tile = 512}), 0).error(),
            PhotoFault::too_large);
}

TEST(DecodeHeif, WhatItsPartsTakeIsCountedAsOftenAsTheyAreUsed) {
  const std::string file = heic_of_grid({.columns = 4, .rows = 3});
  const auto cost = hevc_cost(read_heif_items(file).value());
  ASSERT_TRUE(cost.has_value());
  EXPECT_EQ(cost->pixels, 12U * 128 * 128);
  EXPECT_EQ(cost->largest, 128U * 128);
}

TEST(PictureFormat, HeicIsKnownByItsBrandsAndAvifIsNot) {
  const std::string version(4, '\0');
  EXPECT_EQ(picture_format(brands("heic" + version)), PictureFormat::heic);
  EXPECT_EQ(picture_format(brands("heix" + version + "mif1heix")), PictureFormat::heic);
  EXPECT_EQ(picture_format(brands("mif1" + version + "heic")), PictureFormat::heic);
  EXPECT_EQ(picture_format(brands("msf1" + version + "hevc")), PictureFormat::heic);
  EXPECT_EQ(picture_format(brands("mif1" + version)), PictureFormat::heic);
  EXPECT_EQ(picture_format(brands("avif" + version + "mif1miaf")), std::nullopt);
  EXPECT_EQ(picture_format(brands("isom" + version + "mp41")), std::nullopt);
  EXPECT_EQ(picture_format("ftypheic"), std::nullopt);
}

}  // namespace
}  // namespace pehchan
