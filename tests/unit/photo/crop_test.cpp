#include "photo/crop.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace pehchan {
namespace {

const cv::Size wanted(590, 756);
constexpr double aspect = 590.0 / 756;

/// Where a white spot of the picture lands on the crop, in shares of its width and height.
PicturePoint lands(const cv::Mat& crop) {
  cv::Mat grey;
  cv::cvtColor(crop, grey, cv::COLOR_BGR2GRAY);
  const cv::Moments moments = cv::moments(grey);
  return {(moments.m10 / moments.m00 + 0.5) / crop.cols, (moments.m01 / moments.m00 + 0.5) / crop.rows};
}

cv::Mat picture_with_spot(cv::Size size, PicturePoint at) {
  cv::Mat picture(size, CV_8UC3, cv::Scalar::all(0));
  // A px's centre is half a px from its edge, and circle() counts centres.
  cv::circle(
      picture,
      cv::Point(static_cast<int>(std::lround((at.x - 0.5) * 16)), static_cast<int>(std::lround((at.y - 0.5) * 16))),
      16 * 12, cv::Scalar::all(255), cv::FILLED, cv::LINE_AA, 4);
  return picture;
}

TEST(Crop, TheMiddleOfTheEyesLandsOnTheEyeLineAtAnyScaleAndTilt) {
  for (const double distance : {70.0, 160.0, 420.0})
    for (const double tilt : {-0.3, 0.0, 0.15}) {
      const PicturePoint middle{1303.2, 1207.6};
      const double dx = distance / 2 * std::cos(tilt), dy = distance / 2 * std::sin(tilt);
      const Eyes eyes{{middle.x - dx, middle.y - dy}, {middle.x + dx, middle.y + dy}};
      const CropFrame frame = frame_about(eyes, eyes.distance(), 0.72, aspect);
      const cv::Mat crop = crop_portrait(picture_with_spot({2600, 2600}, middle), frame, wanted);
      const PicturePoint at = lands(crop);
      EXPECT_NEAR(at.x, 0.5, 0.002) << distance << ' ' << tilt;
      EXPECT_NEAR(at.y, CropFrame::eye_line, 0.002) << distance << ' ' << tilt;
    }
}

TEST(Crop, AnEyeLandsLevelWithTheOther) {
  const Eyes eyes{{500, 520}, {640, 580}};
  const CropFrame frame = frame_about(eyes, eyes.distance(), 0.72, aspect);
  const cv::Mat crop = crop_portrait(picture_with_spot({1200, 1200}, eyes.left), frame, wanted);
  EXPECT_NEAR(lands(crop).y, CropFrame::eye_line, 0.003);
  EXPECT_NEAR(lands(crop).x, 0.5 + eyes.distance() / 2 / frame.width, 0.003);
}

TEST(Crop, TheHeadTakesTheShareThatTheTemplateAsksFor) {
  const Eyes eyes{{500, 500}, {600, 500}};
  for (const double head : {0.60, 0.72, 0.80}) {
    const CropFrame frame = frame_about(eyes, 100, head, aspect);
    EXPECT_NEAR(3.59 * 100 / frame.height, head, 1e-9);
    EXPECT_NEAR(frame.width / frame.height, aspect, 1e-9);
    EXPECT_NEAR(eye_distance_in(frame, head), 100, 1e-9);
  }
}

TEST(Crop, NeverHasMorePixelsThanThePhotoHasThere) {
  const cv::Mat picture(1000, 1000, CV_8UC3, cv::Scalar::all(90));
  const CropFrame small = frame_about({{480, 400}, {540, 400}}, 60, 0.72, aspect);
  const cv::Mat crop = crop_portrait(picture, small, wanted);
  EXPECT_NEAR(crop.cols, small.width, 1);
  EXPECT_NEAR(crop.rows, small.height, 1);
  const CropFrame large = frame_about({{400, 400}, {580, 400}}, 180, 0.72, aspect);
  EXPECT_EQ(crop_portrait(picture, large, wanted).size(), wanted);
}

TEST(Crop, WhatLiesOutsideThePhotoIsCounted) {
  const CropFrame inside{.eyes = {500, 500}, .width = 300, .height = 400, .roll_deg = 20};
  EXPECT_NEAR(share_outside(inside, {1000, 1000}), 0, 1e-6);
  const CropFrame half{.eyes = {0, 500}, .width = 300, .height = 400, .roll_deg = 0};
  EXPECT_NEAR(share_outside(half, {1000, 1000}), 0.5, 0.01);
  const CropFrame away{.eyes = {5000, 500}, .width = 300, .height = 400, .roll_deg = 0};
  EXPECT_NEAR(share_outside(away, {1000, 1000}), 1, 1e-6);
}

TEST(Crop, IsDrawnCloserInsteadOfInventingAnEdgeButNotSoFarThatTheHeadFillsIt) {
  constexpr double head = 0.72;
  const CropFrame roomy{.eyes = {500, 500}, .width = 300, .height = 400, .roll_deg = 0};
  EXPECT_EQ(drawn_closer(roomy, head, {1000, 1000}).height, 400) << "nothing to mend";
  const CropFrame wide{.eyes = {500, 650}, .width = 1040, .height = 1333, .roll_deg = 0};
  const CropFrame closer = drawn_closer(wide, head, {1000, 1400});
  EXPECT_LT(closer.width, wide.width);
  EXPECT_LE(share_outside(closer, {1000, 1400}), 0.021);
  const CropFrame hopeless{.eyes = {100, 100}, .width = 600, .height = 800, .roll_deg = 0};
  EXPECT_NEAR(drawn_closer(hopeless, head, {300, 300}).height, 800 * head / 0.80, 0.5);
}

}  // namespace
}  // namespace pehchan
