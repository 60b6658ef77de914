#include "photo/header.h"

#include <gtest/gtest.h>
#include <turbojpeg.h>

#include <opencv2/core.hpp>

#include "photo/jpeg_header.h"
#include "unit/photo/made_pictures.h"

namespace pehchan {
namespace {
using namespace std::string_view_literals;

std::string jpeg_of(int sampling, int flags) {
  const cv::Mat picture = drawn_picture(161, 121);
  tjhandle turbo = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(turbo, picture.data, picture.cols, static_cast<int>(picture.step), picture.rows, TJPF_BGR, &bytes, &size,
              sampling, 90, flags);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(turbo);
  return jpeg;
}

TEST(PictureHeader, TellsTheSizeAndTurnOfEveryFormat) {
  for (const auto format :
       {PictureFormat::jpeg, PictureFormat::png, PictureFormat::webp, PictureFormat::tiff, PictureFormat::bmp}) {
    const int turn = format == PictureFormat::bmp ? 1 : 6;
    const auto header = read_header(file_of(format, drawn_picture(161, 121), {.orientation = turn}));
    ASSERT_TRUE(header.has_value()) << static_cast<int>(format);
    EXPECT_EQ(header->format, format);
    EXPECT_EQ(header->width, 161U);
    EXPECT_EQ(header->height, 121U);
    EXPECT_EQ(header->orientation, turn);
  }
}

TEST(PictureHeader, AJpegThatGathersItsCoefficientsTellsWhatTheyTake) {
  EXPECT_EQ(read_header(jpeg_of(TJSAMP_444, 0))->gathered, 0);
  EXPECT_EQ(read_header(jpeg_of(TJSAMP_444, TJFLAG_PROGRESSIVE))->gathered, 6);
  EXPECT_EQ(read_header(jpeg_of(TJSAMP_422, TJFLAG_PROGRESSIVE))->gathered, 4);
  EXPECT_EQ(read_header(jpeg_of(TJSAMP_420, TJFLAG_PROGRESSIVE))->gathered, 3);
  std::string in_parts = jpeg_of(TJSAMP_444, 0);
  in_parts[in_parts.find("\xFF\xDA"sv) + 4] = 1;  // the first scan has one component of three
  EXPECT_EQ(read_header(in_parts)->gathered, 6);
}

TEST(PictureHeader, AJpegOfAKindThatNobodyDecodesIsToldApart) {
  std::string lossless = jpeg_of(TJSAMP_444, 0), deep = lossless;
  const auto frame = lossless.find("\xFF\xC0"sv);
  lossless[frame + 1] = '\xC3';
  deep[frame + 4] = 12;
  EXPECT_FALSE(read_header(lossless)->is_decodable);
  EXPECT_FALSE(read_header(deep)->is_decodable);
  EXPECT_TRUE(read_header(jpeg_of(TJSAMP_444, 0))->is_decodable);
}

TEST(PictureHeader, ScansAreCounted) {
  EXPECT_EQ(scans_of(jpeg_of(TJSAMP_420, 0)), 1U);
  EXPECT_EQ(scans_of(jpeg_of(TJSAMP_420, TJFLAG_PROGRESSIVE)), 10U);
}

}  // namespace
}  // namespace pehchan
