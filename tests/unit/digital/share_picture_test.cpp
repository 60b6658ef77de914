#include "digital/share_picture.h"

#include <gtest/gtest.h>

#include <random>

#include "base/run_error.h"

namespace pehchan {
namespace {

RgbPicture filled(int width, int height, unsigned char value) {
  RgbPicture picture{.width = width, .height = height, .pixels = {}};
  picture.pixels.assign(picture.row_bytes() * static_cast<std::size_t>(height), value);
  return picture;
}

RgbPicture noise(int width, int height) {
  RgbPicture picture = filled(width, height, 0);
  std::minstd_rand dice(3);
  for (unsigned char& value : picture.pixels) value = static_cast<unsigned char>(dice() >> 8);
  return picture;
}

unsigned char at(const GreyPicture& picture, int x, int y) {
  return picture.pixels.at(static_cast<std::size_t>(y * picture.width + x));
}

void expect_sides_at_their_places(const RgbPicture& front, const RgbPicture& back) {
  const SharePicture share = share_picture(front, back);
  const GreyPicture seen = grey_of_jpeg(share.jpeg);
  ASSERT_EQ(seen.width, share.width);
  ASSERT_EQ(seen.height, share.height);
  EXPECT_NEAR(at(seen, share.front_left + front.width / 2, share.front_top + front.height / 2), 60, 3);
  EXPECT_NEAR(at(seen, share.back_left + back.width / 2, share.back_top + back.height / 2), 150, 3);
  EXPECT_NEAR(at(seen, 4, 4), 255, 3) << "white around";
}

TEST(SharePicture, SidesLieBelowOneAnotherOrOfAnUprightCardSideBySide) {
  expect_sides_at_their_places(filled(1011, 638, 60), filled(1011, 638, 150));
  expect_sides_at_their_places(filled(638, 1011, 60), filled(638, 1011, 150));
  const SharePicture upright = share_picture(filled(638, 1011, 60), filled(638, 1011, 150));
  EXPECT_GT(upright.width, upright.height);
}

TEST(SharePicture, IsNeverLargerThanItMayBe) {
  EXPECT_LE(share_picture(noise(1011, 638), filled(1011, 638, 90)).jpeg.size(), most_share_bytes);
  EXPECT_THROW(share_picture(noise(1011, 638), noise(1011, 638), 1000), RunError);
}

TEST(SharePicture, WhatIsNoJpegIsNotReadBack) { EXPECT_THROW(grey_of_jpeg("no picture"), RunError); }

}  // namespace
}  // namespace pehchan
