#include "photo/on_white.h"

#include <algorithm>

namespace pehchan {
namespace {

cv::Mat each_pixel(const cv::Mat& four, auto&& to_bgr) {
  cv::Mat bgr(four.size(), CV_8UC3);
  for (int y = 0; y < four.rows; ++y) {
    const auto* from = four.ptr<cv::Vec4b>(y);
    auto* to = bgr.ptr<cv::Vec3b>(y);
    for (int x = 0; x < four.cols; ++x) to_bgr(from[x], to[x]);
  }
  return bgr;
}

}  // namespace

cv::Mat on_white(const cv::Mat& bgra) {
  return each_pixel(bgra, [](const cv::Vec4b& from, cv::Vec3b& to) {
    for (int i = 0; i < 3; ++i)
      to[i] = static_cast<unsigned char>((from[i] * from[3] + 255 * (255 - from[3]) + 127) / 255);
  });
}

cv::Mat multiplied_on_white(const cv::Mat& rgba) {
  return each_pixel(rgba, [](const cv::Vec4b& from, cv::Vec3b& to) {
    for (int i = 0; i < 3; ++i) to[i] = static_cast<unsigned char>(std::min(255, from[2 - i] + 255 - from[3]));
  });
}

}  // namespace pehchan
