#include "photo/portrait_of.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <opencv2/core.hpp>

#include "base/run_error.h"
#include "demo/draw_photo.h"
#include "photo/jpeg.h"
#include "support/plain_portraits.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

TEST(PortraitOf, IsTheValueItWasOnTheDayItWasMade) {
  const ScratchFolder photos;
  PlainPortraits portraits;
  for (std::size_t i = 0; i < 3; ++i) {
    write_bytes(photos / "one.jpg", draw_photo(1, i, i % 2 == 0, Scene::portrait));
    const Portrait made = portraits.maker.prepare(photos, "one.jpg").portrait.value();
    const Portrait again = portrait_of(made.jpeg);
    EXPECT_TRUE(again.jpeg == made.jpeg);
    EXPECT_EQ(again.width, made.width);
    EXPECT_EQ(again.height, made.height);
    EXPECT_TRUE(again.luminance == made.luminance);
  }
}

// Ten upright stripes, each lighter than the one before, and the lower half of the picture black.
TEST(PortraitOf, TheGridTellsLightFromDarkWhereTheyLieAlsoInASmallPortrait) {
  for (const int cell : {60, 17}) {
    cv::Mat picture(cell * LuminanceGrid::rows, cell * LuminanceGrid::columns, CV_8UC3, cv::Scalar::all(0));
    for (int column = 0; column < 10; ++column)
      picture(cv::Rect(column * cell, 0, cell, cell * 6)).setTo(cv::Scalar::all(column * 25));
    const Portrait portrait = portrait_of(encode_jpeg(picture, 84));
    EXPECT_EQ(portrait.width, picture.cols);
    EXPECT_EQ(portrait.height, picture.rows);
    for (int row = 0; row < LuminanceGrid::rows; ++row)
      for (int column = 0; column < LuminanceGrid::columns; ++column) {
        const int expected = row < 6 ? column * 25 : 0;
        const int seen = portrait.luminance.cells[static_cast<std::size_t>(row * LuminanceGrid::columns + column)];
        EXPECT_LE(std::abs(seen - expected), 3) << row << ' ' << column << " of " << cell << " px";
      }
  }
}

TEST(PortraitOf, WhatIsNotAWholeJpegIsRefused) {
  const std::string whole = encode_jpeg(cv::Mat(720, 600, CV_8UC3, cv::Scalar(10, 90, 200)), 84);
  for (const std::string& bytes : {std::string(), std::string("words"), whole.substr(0, whole.size() / 2)})
    EXPECT_THROW(portrait_of(bytes), RunError) << bytes.size();
}

}  // namespace
}  // namespace pehchan
