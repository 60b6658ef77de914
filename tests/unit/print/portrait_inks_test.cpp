#include "print/portrait_inks.h"

#include <gtest/gtest.h>
#include <lcms2.h>
#include <turbojpeg.h>

#include <memory>
#include <string>
#include <vector>

#include "base/run_error.h"
#include "demo/draw_photo.h"
#include "print/press_profile.h"

namespace pehchan {
namespace {

using Samples = std::vector<unsigned char>;

struct Picture {
  Samples samples;
  int width = 0, height = 0;
};

Picture unpacked(const std::string& jpeg, TJPF format, tjscalingfactor scale = {1, 1}) {
  const std::unique_ptr<void, decltype(&tjDestroy)> reader(tjInitDecompress(), tjDestroy);
  const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg.data());
  Picture picture;
  int sampling = 0, colours = 0;
  tjDecompressHeader3(reader.get(), bytes, jpeg.size(), &picture.width, &picture.height, &sampling, &colours);
  picture.width = TJSCALED(picture.width, scale), picture.height = TJSCALED(picture.height, scale);
  picture.samples.resize(static_cast<std::size_t>(picture.width * picture.height * tjPixelSize[format]));
  EXPECT_EQ(tjDecompress2(reader.get(), bytes, jpeg.size(), picture.samples.data(), picture.width, 0, picture.height,
                          format, TJFLAG_ACCURATEDCT),
            0);
  return picture;
}

std::string rgb_jpeg(const Samples& rgb, int width, int height) {
  const std::unique_ptr<void, decltype(&tjDestroy)> writer(tjInitCompress(), tjDestroy);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(writer.get(), rgb.data(), width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_444, 95, 0);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  tjFree(bytes);
  return jpeg;
}

/// At a quarter of a phone's size: enough to see, and quick.
std::string drawn(std::size_t person) {
  const std::string photo = draw_photo(1, person, person % 2 == 0, Scene::portrait);
  const Picture small = unpacked(photo, TJPF_RGB, {1, 4});
  return rgb_jpeg(small.samples, small.width, small.height);
}

const PressProfile& press() {
  static const PressProfile profile = read_press_profile(Purpose::press, {});
  return profile;
}
std::string in_inks(const std::string& jpeg, int limit = PortraitInks::usual_limit) {
  return PortraitInks(press().srgb, press().condition.icc, limit).in_inks(jpeg);
}

/// What eyes see of it, through a profile.
std::vector<cmsCIELab> seen(const Picture& picture, const std::string& icc, cmsUInt32Number format) {
  const std::unique_ptr<void, decltype(&cmsCloseProfile)> from(
      cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())), cmsCloseProfile),
      lab(cmsCreateLab4Profile(nullptr), cmsCloseProfile);
  const std::unique_ptr<void, decltype(&cmsDeleteTransform)> transform(
      cmsCreateTransform(from.get(), format, lab.get(), TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC, 0),
      cmsDeleteTransform);
  std::vector<cmsCIELab> colours(static_cast<std::size_t>(picture.width * picture.height));
  cmsDoTransform(transform.get(), picture.samples.data(), colours.data(), static_cast<cmsUInt32Number>(colours.size()));
  return colours;
}

double mean_difference(const std::string& rgb, const std::string& cmyk) {
  const auto a = seen(unpacked(rgb, TJPF_RGB), press().srgb, TYPE_RGB_8);
  const auto b = seen(unpacked(cmyk, TJPF_CMYK), press().condition.icc, TYPE_CMYK_8);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += cmsCIE2000DeltaE(&a[i], &b[i], 1, 1, 1);
  return sum / static_cast<double>(a.size());
}

/// Dark noise: what packing blurs most.
std::string dark_noise() {
  Samples rgb;
  unsigned random = 1;
  for (int i = 0; i < 64 * 80 * 3; ++i) {
    random = random * 1664525U + 1013904223U;
    rgb.push_back(static_cast<unsigned char>(random >> 26U));
  }
  return rgb_jpeg(rgb, 64, 80);
}

TEST(PortraitInks, LookAsTheyDidInRgb) {
  for (std::size_t person = 0; person < 4; ++person) {
    const std::string jpeg = drawn(person);
    EXPECT_LT(mean_difference(jpeg, in_inks(jpeg)), 3) << person;
  }
}

TEST(PortraitInks, HaveNoPixelOverTheLimitOnceUnpacked) {
  for (const int limit : {220, 280, 300})
    for (const std::string& jpeg : {drawn(0), drawn(1), dark_noise()}) EXPECT_LE(most_ink(in_inks(jpeg, limit)), limit);
  EXPECT_GT(most_ink(in_inks(dark_noise(), 400)), 305) << "nothing was to be limited";
}

TEST(PortraitInks, ALimitLessensColoursAndLeavesBlack) {
  const std::string black = rgb_jpeg(Samples(32 * 32 * 3, 0), 32, 32);
  const auto free = unpacked(in_inks(black, 400), TJPF_CMYK).samples,
             limited = unpacked(in_inks(black, 240), TJPF_CMYK).samples;
  EXPECT_NEAR(limited[3], free[3], 2);
  EXPECT_LT(limited[0], free[0]);
  EXPECT_NEAR(double(limited[0]) / limited[1], double(free[0]) / free[1], 0.1);
}

TEST(PortraitInks, WhiteIsPaper) { EXPECT_LE(most_ink(in_inks(rgb_jpeg(Samples(32 * 32 * 3, 255), 32, 32))), 2); }

TEST(PortraitInks, AreTheSameBytesForTheSamePortrait) {
  const std::string jpeg = drawn(2);
  EXPECT_EQ(in_inks(jpeg), in_inks(jpeg));
}

TEST(PortraitInks, WhatIsNoRgbJpegIsRefused) {
  EXPECT_THROW(in_inks("no picture"), RunError);
  EXPECT_THROW(in_inks(in_inks(drawn(0))), RunError) << "CMYK already";
  EXPECT_THROW(most_ink(drawn(0)), RunError);
}

}  // namespace
}  // namespace pehchan
