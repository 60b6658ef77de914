#pragma once
#include <opencv2/core.hpp>

namespace pehchan {

/// `picture` turned clockwise by so many quarters, 0 to 3.
inline cv::Mat turned(const cv::Mat& picture, int quarters) {
  if (quarters == 0) return picture;
  constexpr cv::RotateFlags flags[] = {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
  cv::Mat result;
  cv::rotate(picture, result, flags[quarters - 1]);
  return result;
}

}  // namespace pehchan
