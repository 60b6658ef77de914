#pragma once
#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "model/portrait.h"

namespace pehchan {

inline FaceBox scaled(const FaceBox& box, double by) {
  return {box.x * by, box.y * by, box.width * by, box.height * by, box.score};
}

/// What both boxes cover, as a share of the smaller one.
inline double overlap_share(const FaceBox& a, const FaceBox& b) {
  const double w = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const double h = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  if (w <= 0 || h <= 0) return 0;
  return w * h / std::min(a.width * a.height, b.width * b.height);
}

inline double long_side(const cv::Mat& picture) { return std::max(picture.cols, picture.rows); }

inline cv::Mat resized(const cv::Mat& picture, double scale) {
  cv::Mat sized;
  cv::resize(picture, sized, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  return sized;
}

}  // namespace pehchan
