#include "photo/judge.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace pehchan {
namespace {

const cv::Size judged_size(295, 378);

cv::Mat face_mask() {
  cv::Mat mask(judged_size, CV_8U, cv::Scalar(0));
  const cv::Point centre(static_cast<int>(0.5 * judged_size.width), static_cast<int>(0.585 * judged_size.height));
  const cv::Size axes(static_cast<int>(0.215 * judged_size.width), static_cast<int>(0.215 * judged_size.height));
  cv::ellipse(mask, centre, axes, 0, 0, 360, cv::Scalar(255), cv::FILLED);
  return mask;
}

double sharpness_of(const cv::Mat& band) {
  cv::Mat smooth, edges;
  cv::GaussianBlur(band, smooth, {}, 0.8);
  cv::Laplacian(smooth, edges, CV_32F);
  cv::Scalar mean, contrast, strength;
  cv::meanStdDev(smooth, mean, contrast);
  cv::meanStdDev(edges, mean, strength);
  return strength[0] / std::max(contrast[0], 1.0);
}

}  // namespace

Quality judge(const cv::Mat& crop) {
  static const cv::Mat mask = face_mask();
  cv::Mat grey;
  cv::resize(crop, grey, judged_size, 0, 0, crop.cols > judged_size.width ? cv::INTER_AREA : cv::INTER_LINEAR);
  cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
  Quality quality;
  quality.luminance = cv::mean(grey, mask)[0] / 255;
  quality.black = cv::mean(grey <= 25, mask)[0] / 255;
  const cv::Rect eye_band(judged_size.width / 5, judged_size.height * 2 / 5, judged_size.width * 3 / 5,
                          judged_size.height * 3 / 20);
  quality.sharpness = sharpness_of(grey(eye_band));
  return quality;
}

}  // namespace pehchan
