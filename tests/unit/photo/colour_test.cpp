#include "photo/colour.h"

#include <gtest/gtest.h>
#include <lcms2.h>

#include <cmath>
#include <opencv2/core.hpp>

#include "photo/decode.h"
#include "unit/photo/made_pictures.h"

namespace pehchan {
namespace {

std::string bytes_of(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

std::string grey_profile(double gamma) {
  cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
  auto bytes = bytes_of(cmsCreateGrayProfile(cmsD50_xyY(), curve));
  cmsFreeToneCurve(curve);
  return bytes;
}

/// Inks whose lightness is what K leaves, without hue; C turns the a* axis so that the channels' order shows.
std::string ink_profile() {
  const auto sample = [](const cmsUInt16Number in[], cmsUInt16Number out[], void*) -> cmsInt32Number {
    const double black = in[3] / 65'535.0, cyan = in[0] / 65'535.0;
    const cmsCIELab lab{100 * (1 - black), -40 * cyan * (1 - black), 0};
    cmsFloat2LabEncodedV2(out, &lab);
    return 1;
  };
  cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 2.1);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, cmsSigCmykData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsPipeline* table = cmsPipelineAlloc(nullptr, 4, 3);
  cmsStage* stage = cmsStageAllocCLut16bit(nullptr, 9, 4, 3, nullptr);
  cmsStageSampleCLut16bit(stage, sample, nullptr, 0);
  cmsPipelineInsertStage(table, cmsAT_BEGIN, stage);
  cmsWriteTag(profile, cmsSigAToB0Tag, table);
  cmsPipelineFree(table);
  return bytes_of(profile);
}

cv::Vec3b converted(cv::Vec3b colour, const std::string& icc) {
  cv::Mat one(1, 1, CV_8UC3, cv::Scalar(colour[0], colour[1], colour[2]));
  to_srgb(one, icc);
  return one.at<cv::Vec3b>(0, 0);
}

void expect_near(cv::Vec3b seen, cv::Vec3b expected, int slack) {
  for (int c = 0; c < 3; ++c) EXPECT_NEAR(seen[c], expected[c], slack) << "channel " << c;
}

// By the matrices of SMPTE EG 432-1 and IEC 61966-2-1: P3 (200, 130, 110), a skin, is sRGB (211.8, 125.9, 105.4).
TEST(ToSrgb, DisplayP3BecomesSrgb) {
  const auto p3 = profile_of_code_points(12, 13);
  expect_near(converted({110, 130, 200}, p3), {105, 126, 212}, 1);
  expect_near(converted({128, 128, 128}, p3), {128, 128, 128}, 1);
  expect_near(converted({255, 255, 255}, p3), {255, 255, 255}, 0);
  expect_near(converted({0, 0, 0}, p3), {0, 0, 0}, 0);
}

TEST(ToSrgb, AProfileOfSrgbItselfChangesNothing) {
  const cv::Mat picture = drawn_picture();
  cv::Mat same = picture.clone();
  to_srgb(same, bytes_of(cmsCreate_sRGBProfile()));
  EXPECT_EQ(worst_cell(same, picture), 0);
}

TEST(ToSrgb, ABrokenProfileOrOneOfAnotherKindChangesNothing) {
  const cv::Mat picture = drawn_picture();
  const auto p3 = profile_of_code_points(12, 13);
  for (const std::string& icc : {std::string(), std::string("words"), p3.substr(0, p3.size() / 2),
                                 std::string(200, '\xFF'), bytes_of(cmsCreateLab4Profile(nullptr)), ink_profile()}) {
    cv::Mat same = picture.clone();
    to_srgb(same, icc);
    EXPECT_EQ(worst_cell(same, picture), 0) << icc.size();
  }
}

TEST(ToSrgb, AGreyProfileBrightensOrDarkensAndStaysGrey) {
  const auto linear = grey_profile(1.0);
  const auto seen = converted({128, 128, 128}, linear);
  const double expected = 255 * (1.055 * std::pow(128 / 255.0, 1 / 2.4) - 0.055);
  for (int c = 0; c < 3; ++c) EXPECT_NEAR(seen[c], expected, 1);
}

TEST(ToSrgb, MoreProfilesThanAreRememberedAreEachStillRight) {
  for (int round = 0; round < 2; ++round)
    for (const double gamma : {1.0, 1.4, 1.8, 2.6, 3.0, 3.4}) {
      const double light = std::pow(128 / 255.0, gamma);
      const double expected = 255 * (1.055 * std::pow(light, 1 / 2.4) - 0.055);
      EXPECT_NEAR(converted({128, 128, 128}, grey_profile(gamma))[1], expected, 1.5) << gamma;
    }
}

TEST(InksToSrgb, FollowTheProfileWhicheverWayTheyAreStored) {
  const cv::Mat inks(2, 2, CV_8UC4, cv::Scalar(0, 0, 0, 128)), stored = ~inks;
  const auto grey = inks_to_srgb(inks, ink_profile(), false), again = inks_to_srgb(stored, ink_profile(), true);
  ASSERT_TRUE(grey && again);
  expect_near(grey->at<cv::Vec3b>(0, 0), {118, 118, 118}, 4);  // L* 49.8
  EXPECT_EQ(worst_cell(*grey, *again), 0);
  const cv::Mat cyan(2, 2, CV_8UC4, cv::Scalar(255, 0, 0, 0));
  const auto green = inks_to_srgb(cyan, ink_profile(), false)->at<cv::Vec3b>(0, 0);
  EXPECT_GT(green[1], green[2] + 40);
  EXPECT_FALSE(inks_to_srgb(inks, "words", false));
  EXPECT_FALSE(inks_to_srgb(inks, profile_of_code_points(12, 13), false));
}

TEST(DecodePhoto, InksWithAProfileFollowIt) {
  const cv::Mat inks(120, 160, CV_8UC4, cv::Scalar(0, 0, 0, 128));
  const auto icc = ink_profile();
  const auto tiff = decode_photo(ink_tiff(inks, icc), 0), jpeg = decode_photo(ink_jpeg(~inks, icc), 0);
  ASSERT_TRUE(tiff && jpeg);
  expect_near(tiff->pixels.at<cv::Vec3b>(60, 80), {118, 118, 118}, 4);
  expect_near(jpeg->pixels.at<cv::Vec3b>(60, 80), {118, 118, 118}, 5);
  EXPECT_TRUE(tiff->icc.empty() && jpeg->icc.empty()) << "they are sRGB already";
}

TEST(DecodePhoto, CodePointsOfAPngBeatItsProfile) {
  const auto p3 = profile_of_code_points(12, 13);
  const auto png = file_of(PictureFormat::png, drawn_picture(), {.icc = grey_profile(1.0)});
  const auto decoded = decode_photo(with_png_chunk(png, "cICP", std::string("\x0C\x0D\0\1", 4)), 0);
  ASSERT_TRUE(decoded.has_value());
  EXPECT_TRUE(decoded->icc == p3);
  EXPECT_EQ(decode_photo(with_png_chunk(png, "cICP", std::string("\1\x0D\0\1", 4)), 0)->icc, "");
}

}  // namespace
}  // namespace pehchan
