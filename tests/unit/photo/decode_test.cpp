#include "photo/decode.h"

#include <gtest/gtest.h>
#include <turbojpeg.h>

#include <cstdlib>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "photo/colour.h"
#include "photo/limits.h"
#include "unit/photo/made_pictures.h"

namespace pehchan {
namespace {

const std::vector<PictureFormat> all_formats = {PictureFormat::jpeg, PictureFormat::png, PictureFormat::webp,
                                                PictureFormat::tiff, PictureFormat::bmp, PictureFormat::heic};

// Chroma of half the size smears the patches' edges a little.
constexpr double lossy = 6;

double tolerance(PictureFormat format) {
  return format == PictureFormat::jpeg || format == PictureFormat::heic || format == PictureFormat::webp ? lossy : 0;
}

std::string packed(const cv::Mat& picture, const char* extension) {
  std::vector<unsigned char> bytes;
  cv::imencode(extension, picture, bytes);
  return {bytes.begin(), bytes.end()};
}

/// One with the environment that makes TurboJPEG write a rarer kind of JPEG.
std::string turbo_jpeg(const cv::Mat& pixels, int format, int sampling, int flags = 0, const char* variable = nullptr) {
  if (variable != nullptr) setenv(variable, "1", 1);
  tjhandle turbo = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(turbo, pixels.data, pixels.cols, static_cast<int>(pixels.step), pixels.rows, format, &bytes, &size,
              sampling, 95, flags);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(turbo);
  if (variable != nullptr) unsetenv(variable);
  return jpeg;
}

TEST(DecodePhoto, EveryFormatShowsThePictureThatWasStored) {
  const cv::Mat picture = drawn_picture();
  for (const auto format : all_formats) {
    const auto decoded = decode_photo(file_of(format, picture), 0);
    ASSERT_TRUE(decoded.has_value()) << static_cast<int>(format);
    EXPECT_LE(worst_cell(decoded->pixels, picture), tolerance(format)) << static_cast<int>(format);
    EXPECT_EQ(decoded->reduced, 1);
    EXPECT_TRUE(decoded->icc.empty());
  }
}

// EXIF 2.32 4.6.4: what row 0 and column 0 of the stored picture are.
TEST(DecodePhoto, EveryOrientationOfEveryFormatComesUpright) {
  const cv::Mat upright = drawn_picture();
  for (int orientation = 1; orientation <= 8; ++orientation) {
    cv::Mat stored = upright.clone();
    if (orientation == 6) cv::rotate(upright, stored, cv::ROTATE_90_COUNTERCLOCKWISE);
    if (orientation == 8) cv::rotate(upright, stored, cv::ROTATE_90_CLOCKWISE);
    if (orientation == 3) cv::rotate(upright, stored, cv::ROTATE_180);
    if (orientation == 2) cv::flip(upright, stored, 1);
    if (orientation == 4) cv::flip(upright, stored, 0);
    if (orientation == 5) cv::transpose(upright, stored);
    if (orientation == 7) {
      cv::rotate(upright, stored, cv::ROTATE_180);
      cv::transpose(stored, stored);
    }
    for (const auto format : all_formats) {
      if (format == PictureFormat::bmp) continue;
      const auto decoded = decode_photo(file_of(format, stored, {.orientation = orientation}), 0);
      ASSERT_TRUE(decoded.has_value()) << static_cast<int>(format) << ' ' << orientation;
      EXPECT_LE(worst_cell(decoded->pixels, upright), tolerance(format))
          << static_cast<int>(format) << ' ' << orientation;
    }
  }
}

TEST(DecodePhoto, WhatIsTransparentIsWhiteAndHiddenPixelsNeverShow) {
  cv::Mat picture;
  cv::cvtColor(drawn_picture(), picture, cv::COLOR_BGR2BGRA);
  picture(cv::Rect(0, 0, 80, 120)).setTo(cv::Scalar(0, 0, 255, 0));
  picture(cv::Rect(80, 60, 80, 60)).setTo(cv::Scalar(0, 0, 0, 51));
  for (const auto format :
       {PictureFormat::png, PictureFormat::webp, PictureFormat::tiff, PictureFormat::bmp, PictureFormat::heic}) {
    const auto decoded = decode_photo(file_of(format, picture), 0);
    ASSERT_TRUE(decoded.has_value()) << static_cast<int>(format);
    const int slack = format == PictureFormat::heic ? 12 : 2;
    const auto hidden = decoded->pixels.at<cv::Vec3b>(60, 30), faint = decoded->pixels.at<cv::Vec3b>(95, 130);
    for (int c = 0; c < 3; ++c) {
      EXPECT_GE(hidden[c], 255 - slack) << static_cast<int>(format);
      EXPECT_NEAR(faint[c], 204, slack) << static_cast<int>(format);
    }
  }
}

TEST(DecodePhoto, SixteenBitsKeepTheirColours) {
  cv::Mat deep, deep_alpha;
  const cv::Mat picture = drawn_picture();
  picture.convertTo(deep, CV_16U, 257);
  for (const char* extension : {".png", ".tiff"}) {
    const auto decoded = decode_photo(packed(deep, extension), 0);
    ASSERT_TRUE(decoded.has_value()) << extension;
    EXPECT_LE(worst_cell(decoded->pixels, picture), 0.51) << extension;
  }
  cv::cvtColor(deep, deep_alpha, cv::COLOR_BGR2BGRA);
  deep_alpha.setTo(cv::Scalar(0, 0, 0, 0), cv::Mat(deep.size(), CV_8U, cv::Scalar(1)));
  const auto clear = decode_photo(packed(deep_alpha, ".png"), 0);
  ASSERT_TRUE(clear.has_value());
  EXPECT_EQ(clear->pixels.at<cv::Vec3b>(50, 50), cv::Vec3b(255, 255, 255));
}

TEST(DecodePhoto, GreyPicturesBecomeGreyColours) {
  cv::Mat grey, expected;
  cv::cvtColor(drawn_picture(), grey, cv::COLOR_BGR2GRAY);
  cv::cvtColor(grey, expected, cv::COLOR_GRAY2BGR);
  for (const char* extension : {".jpg", ".png", ".tiff", ".bmp"}) {
    const auto decoded = decode_photo(packed(grey, extension), 0);
    ASSERT_TRUE(decoded.has_value()) << extension;
    EXPECT_LE(worst_cell(decoded->pixels, expected), 2) << extension;
  }
}

TEST(DecodePhoto, RarerKindsOfJpegAreDecoded) {
  const cv::Mat picture = drawn_picture();
  for (const int sampling : {TJSAMP_444, TJSAMP_422, TJSAMP_420, TJSAMP_440, TJSAMP_411}) {
    for (const int flags : {0, TJFLAG_PROGRESSIVE})
      for (const char* variable : {"", "TJ_ARITHMETIC", "TJ_RESTART"}) {
        const auto jpeg = turbo_jpeg(picture, TJPF_BGR, sampling, flags, *variable == 0 ? nullptr : variable);
        const auto decoded = decode_photo(jpeg, 0);
        ASSERT_TRUE(decoded.has_value()) << sampling << ' ' << flags << ' ' << variable;
        EXPECT_LE(worst_cell(decoded->pixels, picture), 2 * lossy) << sampling << ' ' << flags << ' ' << variable;
      }
  }
}

TEST(DecodePhoto, InksWithoutAProfileBecomeColoursByArithmetic) {
  cv::Mat inks(120, 160, CV_8UC4, cv::Scalar(255, 100, 50, 200));  // as Adobe stores them: 255 is no ink
  auto jpeg = turbo_jpeg(inks, TJPF_CMYK, TJSAMP_444);
  const auto decoded = decode_photo(jpeg, 0);
  ASSERT_TRUE(decoded.has_value());
  const auto seen = decoded->pixels.at<cv::Vec3b>(60, 80);
  const bool is_inverted = jpeg.find("Adobe") != std::string::npos;
  const auto expected = is_inverted ? cv::Vec3b(39, 78, 200) : cv::Vec3b(44, 33, 0);
  for (int c = 0; c < 3; ++c) EXPECT_NEAR(seen[c], expected[c], 3);
}

TEST(DecodePhoto, AJpegIsReducedAsFarAsItStillServes) {
  const std::string jpeg = file_of(PictureFormat::jpeg, drawn_picture(1600, 1200));
  EXPECT_EQ(decode_photo(jpeg, 0)->reduced, 1);
  EXPECT_EQ(decode_photo(jpeg, 601)->reduced, 1);
  EXPECT_EQ(decode_photo(jpeg, 600)->reduced, 2);
  EXPECT_EQ(decode_photo(jpeg, 300)->reduced, 4);
  const auto least = decode_photo(jpeg, 150);
  EXPECT_EQ(least->reduced, 8);
  EXPECT_EQ(least->pixels.cols, 200);
  EXPECT_EQ(decode_photo(file_of(PictureFormat::png, drawn_picture(800, 600)), 100)->reduced, 1);
}

TEST(DecodePhoto, TheFirstPageOfATiffIsThePicture) {
  const cv::Mat first = drawn_picture(), second(120, 160, CV_8UC3, cv::Scalar::all(0));
  const auto decoded = decode_photo(tiff_of_pages({first, second}), 0);
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(worst_cell(decoded->pixels, first), 0);
}

TEST(DecodePhoto, TheProfileIsKeptWhateverTheFormat) {
  const std::string icc = profile_of_code_points(12, 13);
  ASSERT_FALSE(icc.empty());
  for (const auto format : all_formats) {
    if (format == PictureFormat::bmp) continue;
    const auto decoded = decode_photo(file_of(format, drawn_picture(), {.icc = icc}), 0);
    ASSERT_TRUE(decoded.has_value()) << static_cast<int>(format);
    EXPECT_TRUE(decoded->icc == icc) << static_cast<int>(format) << ' ' << decoded->icc.size();
  }
}

TEST(DecodePhoto, AJpegsProfileIsPutTogetherByNumberAndOtherwiseIgnored) {
  const std::string plain = file_of(PictureFormat::jpeg, drawn_picture()), name("ICC_PROFILE\0", 12);
  const auto with = [&](const std::vector<std::string>& parts) {
    std::string jpeg = plain;
    for (const auto& part : parts) jpeg = with_jpeg_segment(jpeg, 0xE2, name + part);
    return decode_photo(jpeg, 0)->icc;
  };
  EXPECT_EQ(with({"\1\2one", "\2\2two"}), "onetwo");
  EXPECT_EQ(with({"\2\2two", "\1\2one"}), "onetwo");
  EXPECT_EQ(with({"\1\2one"}), "") << "a part is missing";
  EXPECT_EQ(with({"\1\2one", "\1\2one"}), "") << "a part twice";
  EXPECT_EQ(with({"\3\2one", "\1\2one"}), "") << "beyond the last";
  EXPECT_EQ(with({"\1"}), "") << "cut off";
}

TEST(DecodePhoto, WhatIsTooLargeIsToldWithoutDecoding) {
  std::string png = file_of(PictureFormat::png, drawn_picture());
  png.replace(16, 8, std::string("\0\0\x27\x11\0\0\x27\x11", 8));  // 10,001 × 10,001
  EXPECT_EQ(decode_photo(png, 0).error(), PhotoFault::too_large);
  std::string jpeg = turbo_jpeg(drawn_picture(), TJPF_BGR, TJSAMP_444, TJFLAG_PROGRESSIVE);
  const auto frame = jpeg.find("\xFF\xC2");
  jpeg.replace(frame + 5, 4, "\x27\x0F\x27\x0F");  // 9999 × 9999
  for (int i = 0; i < 30; ++i) jpeg += "\xFF\xDA";
  EXPECT_EQ(decode_photo(jpeg, 0).error(), PhotoFault::too_large) << "40 scans of 100 million px";
}

TEST(DecodePhoto, WhatIsNoPictureOfOursIsToldAsSuch) {
  EXPECT_EQ(decode_photo("", 0).error(), PhotoFault::format);
  EXPECT_EQ(decode_photo("GIF89a and more", 0).error(), PhotoFault::format);
  EXPECT_EQ(decode_photo(std::string("\0\0\0\x18"
                                     "ftypavif\0\0\0\0mif1avif",
                                     24),
                         0)
                .error(),
            PhotoFault::format);
  EXPECT_EQ(decode_photo(file_of(PictureFormat::jpeg, drawn_picture(160, 99)), 0).error(), PhotoFault::too_small);
  const cv::Mat floats(120, 160, CV_32FC1, cv::Scalar::all(0.5));
  EXPECT_EQ(decode_photo(packed(floats, ".tiff"), 0).error(), PhotoFault::format);
}

}  // namespace
}  // namespace pehchan
