#include "photo/judge.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace pehchan {
namespace {

/// A standard crop of one grey, with a face that has eyes and a mouth to be sharp about.
cv::Mat drawn_crop(int background, int face) {
  cv::Mat crop(judged_size, CV_8UC3, cv::Scalar::all(background));
  const cv::Point centre(judged_size.width / 2, judged_size.height * 585 / 1000);
  cv::ellipse(crop, centre, {80, 105}, 0, 0, 360, cv::Scalar::all(face), cv::FILLED);
  for (const int side : {-1, 1}) {
    cv::ellipse(crop, centre + cv::Point(side * 38, -44), {14, 6}, 0, 0, 360, cv::Scalar::all(face / 2), cv::FILLED);
    cv::circle(crop, centre + cv::Point(side * 38, -44), 5, cv::Scalar::all(10), cv::FILLED);
  }
  return crop;
}

TEST(Judge, TheFaceIsMeasuredAndNotTheWall) {
  EXPECT_NEAR(judge(drawn_crop(240, 120)).luminance, 120 / 255.0, 0.03);
  EXPECT_NEAR(judge(drawn_crop(20, 120)).luminance, 120 / 255.0, 0.03);
}

TEST(Judge, ShadowAndGlareAreSharesOfTheFace) {
  cv::Mat crop = drawn_crop(128, 128);
  EXPECT_LT(judge(crop).shadow, 0.05);
  EXPECT_EQ(judge(crop).glare, 0);
  crop(cv::Rect(0, 0, judged_size.width / 2, judged_size.height)).setTo(cv::Scalar::all(5));
  EXPECT_NEAR(judge(crop).shadow, 0.5, 0.05);
  crop(cv::Rect(0, 0, judged_size.width / 2, judged_size.height)).setTo(cv::Scalar::all(252));
  EXPECT_NEAR(judge(crop).glare, 0.5, 0.05);
}

TEST(Judge, AVeiledPhotoHasLessContrast) {
  const cv::Mat clear = drawn_crop(220, 90);
  cv::Mat veiled;
  clear.convertTo(veiled, -1, 0.2, 150);
  EXPECT_GT(judge(clear).contrast, 75);
  EXPECT_LT(judge(veiled).contrast, 50);
}

TEST(Judge, LightFromOneSideShowsOnTheCheeks) {
  cv::Mat crop = drawn_crop(128, 128);
  EXPECT_GT(judge(crop).even_light, 0.9);
  crop(cv::Rect(0, 0, judged_size.width / 2, judged_size.height)) *= 0.4;
  EXPECT_LT(judge(crop).even_light, 0.15);
}

TEST(Judge, BlurTakesSharpnessAwayHoweverBrightThePhotoIs) {
  for (const int face : {60, 200}) {
    const cv::Mat sharp = drawn_crop(128, face);
    cv::Mat blurred;
    cv::GaussianBlur(sharp, blurred, {}, 5);
    EXPECT_GT(judge(sharp).sharpness, 0.09) << face;
    EXPECT_LT(judge(blurred).sharpness, 0.06) << face;
  }
}

TEST(Judge, APhotoOfFewPixelsIsJudgedAtTheSameSize) {
  cv::Mat small;
  cv::resize(drawn_crop(200, 120), small, {}, 0.4, 0.4, cv::INTER_AREA);
  EXPECT_NEAR(judge(small).luminance, 120 / 255.0, 0.03);
}

}  // namespace
}  // namespace pehchan
