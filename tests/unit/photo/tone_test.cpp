#include "photo/tone.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace pehchan {
namespace {

struct Lab {
  double l, a, b;
};

/// Mean colour, CIE L* 0 to 100.
Lab lab_of(const cv::Mat& bgr) {
  cv::Mat exact, lab;
  bgr.convertTo(exact, CV_32F, 1.0 / 255);
  cv::cvtColor(exact, lab, cv::COLOR_BGR2Lab);
  const cv::Scalar mean = cv::mean(lab);
  return {mean[0], mean[1], mean[2]};
}

// From the lightest to the darkest of the Monk scale's range, as BGR.
const cv::Scalar skins[] = {{189, 213, 237}, {125, 160, 200}, {66, 100, 150}, {40, 62, 98}, {30, 42, 60}};
const cv::Rect face(60, 60, 80, 100);

/// A face before a wall, with the whites and darks that eyes, teeth, hair and clothes have in a well-exposed photo.
cv::Mat portrait_of_skin(const cv::Scalar& skin, double exposure = 1, double veil = 0) {
  cv::Mat picture(260, 200, CV_8UC3, cv::Scalar(150, 170, 160));
  picture(face).setTo(skin);
  picture(cv::Rect(0, 200, 200, 30)).setTo(cv::Scalar::all(235));
  picture(cv::Rect(40, 10, 120, 40)).setTo(cv::Scalar::all(8));
  picture.convertTo(picture, -1, exposure, veil);
  return picture;
}

TEST(Tone, AWellExposedFaceStaysWhatItIsOnDarkAndLightSkinAlike) {
  for (const cv::Scalar& skin : skins) {
    cv::Mat picture = portrait_of_skin(skin);
    const Lab before = lab_of(picture(face));
    lift_tone(picture);
    sharpen(picture);
    const Lab after = lab_of(picture(face));
    EXPECT_LE(std::abs(after.l - before.l), 2) << skin;
    EXPECT_LE(std::hypot(after.a - before.a, after.b - before.b), 2) << skin;
  }
}

TEST(Tone, AnUnderexposedPhotoIsLiftedAndKeepsItsHue) {
  for (const cv::Scalar& skin : skins) {
    cv::Mat picture = portrait_of_skin(skin, 0.5);
    const Lab before = lab_of(picture(face));
    lift_tone(picture);
    const Lab after = lab_of(picture(face));
    EXPECT_GT(after.l, before.l + 3) << skin;
    EXPECT_LT(after.l, lab_of(portrait_of_skin(skin)(face)).l + 2) << "never lighter than it is: " << skin;
    EXPECT_NEAR(std::atan2(after.b, after.a), std::atan2(before.b, before.a), 0.12) << skin;
  }
}

TEST(Tone, TheGainEndsAtItsLimit) {
  cv::Mat picture = portrait_of_skin(skins[1], 0.15);
  const double before = cv::mean(picture(face))[2];
  lift_tone(picture);
  EXPECT_NEAR(cv::mean(picture(face))[2] / before, 1.8, 0.05);
}

TEST(Tone, AVeilIsTakenFromTheDarksWithoutTouchingTheWhites) {
  cv::Mat picture = portrait_of_skin(skins[2], 0.75, 60);
  const double white = cv::mean(picture(cv::Rect(0, 200, 200, 30)))[0],
               dark = cv::mean(picture(cv::Rect(40, 10, 120, 40)))[0];
  lift_tone(picture);
  EXPECT_LT(cv::mean(picture(cv::Rect(40, 10, 120, 40)))[0], dark - 8);
  EXPECT_NEAR(cv::mean(picture(cv::Rect(0, 200, 200, 30)))[0], white, 3);
}

TEST(Tone, SharpeningGivesEdgesBackAndLeavesPlainAreasAlone) {
  cv::Mat picture(100, 100, CV_8UC3, cv::Scalar::all(80));
  picture(cv::Rect(50, 0, 50, 100)).setTo(cv::Scalar::all(160));
  cv::GaussianBlur(picture, picture, {}, 1);
  const auto slope = [](const cv::Mat& p) { return p.at<cv::Vec3b>(50, 50)[0] - p.at<cv::Vec3b>(50, 49)[0]; };
  cv::Mat sharp = picture.clone();
  sharpen(sharp);
  EXPECT_GT(slope(sharp), slope(picture));
  EXPECT_EQ(sharp.at<cv::Vec3b>(50, 10)[0], 80);
  EXPECT_EQ(sharp.at<cv::Vec3b>(50, 90)[0], 160);
}

}  // namespace
}  // namespace pehchan
