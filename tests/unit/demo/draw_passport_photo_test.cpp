#include "demo/draw_passport_photo.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>

namespace pehchan {
namespace {

cv::Mat decoded(const std::string& jpeg) {
  return cv::imdecode(std::vector<unsigned char>(jpeg.begin(), jpeg.end()), cv::IMREAD_COLOR);
}

TEST(PassportPhoto, HasTheSizeAskedForAndIsPaintedToItsCorners) {
  for (const auto& [width, height] : {std::pair{590, 756}, {756, 756}, {1200, 600}}) {
    const cv::Mat photo = decoded(draw_passport_photo(7, 0, true, width, height, 0.72));
    ASSERT_EQ(photo.cols, width);
    ASSERT_EQ(photo.rows, height);
    for (const cv::Point corner : {cv::Point(2, 2), cv::Point(width - 3, 2)})
      EXPECT_GT(cv::sum(cv::Scalar(photo.at<cv::Vec3b>(corner)))[0], 150) << "black at " << corner;
  }
}

TEST(PassportPhoto, IsTheSameAgainAndAnotherForAnotherPerson) {
  const std::string one = draw_passport_photo(7, 0, true, 295, 378, 0.72);
  EXPECT_EQ(draw_passport_photo(7, 0, true, 295, 378, 0.72), one);
  EXPECT_NE(draw_passport_photo(7, 1, true, 295, 378, 0.72), one);
  EXPECT_NE(draw_passport_photo(7, 0, true, 295, 378, 0.62), one);
}

}  // namespace
}  // namespace pehchan
