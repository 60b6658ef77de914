#pragma once
#include <opencv2/core/mat.hpp>

namespace pehchan {

/// 8 bit BGRA, its colours not multiplied with alpha, as BGR on a white ground.
cv::Mat on_white(const cv::Mat& bgra);

/// 8 bit RGBA, its colours multiplied with alpha already, as BGR on a white ground.
cv::Mat multiplied_on_white(const cv::Mat& rgba);

}  // namespace pehchan
