#include "demo/photo_file.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

#include "draw/handles.h"

namespace pehchan {
namespace {

/// 160×240, black, with a red corner top left and a blue one top right.
std::string corners(int orientation) {
  const bool lies = is_lying(orientation);
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, lies ? 240 : 160, lies ? 160 : 240));
  const CairoHandle cr(cairo_create(surface.get()));
  turn_for(cr.get(), orientation, 160, 240);
  cairo_set_source_rgb(cr.get(), 1, 0, 0);
  cairo_rectangle(cr.get(), 0, 0, 48, 48);
  cairo_fill(cr.get());
  cairo_set_source_rgb(cr.get(), 0, 0, 1);
  cairo_rectangle(cr.get(), 112, 0, 48, 48);
  cairo_fill(cr.get());
  return encode_photo(surface.get(), 90, orientation);
}

class PhotoFile : public testing::TestWithParam<int> {};

// OpenCV's decoder follows Exif; the face finder would not do here, as it also finds faces of photos turned wrongly.
TEST_P(PhotoFile, IsUprightToWhoeverHonoursExif) {
  const std::string jpeg = corners(GetParam());
  const auto picture = cv::imdecode(std::vector<unsigned char>(jpeg.begin(), jpeg.end()), cv::IMREAD_COLOR);
  ASSERT_EQ(picture.size(), cv::Size(160, 240));
  const auto left = picture.at<cv::Vec3b>(20, 20), right = picture.at<cv::Vec3b>(20, 140);
  EXPECT_GT(left[2], 200);
  EXPECT_LT(left[0], 50);
  EXPECT_GT(right[0], 200);
  EXPECT_LT(right[2], 50);
}

TEST_P(PhotoFile, SaysHowItIsStored) {
  const std::string jpeg = corners(GetParam());
  const auto stored = cv::imdecode(std::vector<unsigned char>(jpeg.begin(), jpeg.end()),
                                   cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
  EXPECT_EQ(stored.cols > stored.rows, is_lying(GetParam()));
  EXPECT_EQ(jpeg.find("Exif") != std::string::npos, GetParam() != 1);
}

INSTANTIATE_TEST_SUITE_P(EveryOrientation, PhotoFile, testing::Range(1, 9));

}  // namespace
}  // namespace pehchan
