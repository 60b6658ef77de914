#include "photo/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace pehchan {
namespace {

constexpr int levels = 256;
using Histogram = std::array<double, levels>;

cv::Mat face_mask() {
  cv::Mat mask(judged_size, CV_8U, cv::Scalar(0));
  const cv::Point centre(static_cast<int>(0.5 * judged_size.width), static_cast<int>(0.585 * judged_size.height));
  const cv::Size axes(static_cast<int>(0.215 * judged_size.width), static_cast<int>(0.215 * judged_size.height));
  cv::ellipse(mask, centre, axes, 0, 0, 360, cv::Scalar(255), cv::FILLED);
  return mask;
}

/// Shares of the px, which add up to 1.
Histogram histogram_of(const cv::Mat& grey, const cv::Mat& mask = {}) {
  Histogram shares{};
  double count = 0;
  for (int y = 0; y < grey.rows; ++y) {
    const auto* at = grey.ptr<unsigned char>(y);
    const auto* counts = mask.empty() ? nullptr : mask.ptr<unsigned char>(y);
    for (int x = 0; x < grey.cols; ++x)
      if (counts == nullptr || counts[x] != 0) ++shares[at[x]], ++count;
  }
  for (double& share : shares) share /= std::max(1.0, count);
  return shares;
}

double share_between(const Histogram& shares, int first, int last) {
  double sum = 0;
  for (int i = first; i <= last; ++i) sum += shares[static_cast<std::size_t>(i)];
  return sum;
}

int percentile(const Histogram& shares, double share) {
  double sum = 0;
  for (int i = 0; i < levels; ++i)
    if ((sum += shares[static_cast<std::size_t>(i)]) >= share) return i;
  return levels - 1;
}

double mean_of(const Histogram& shares) {
  double sum = 0;
  for (int i = 0; i < levels; ++i) sum += i * shares[static_cast<std::size_t>(i)];
  return sum;
}

/// How much two areas have the same light: in bins of 8, so that pores and noise do not count.
double overlap(const Histogram& a, const Histogram& b) {
  constexpr int bin = 8;
  double shared = 0;
  for (int i = 0; i < levels; i += bin)
    shared += std::min(share_between(a, i, i + bin - 1), share_between(b, i, i + bin - 1));
  return shared;
}

cv::Rect part(double x, double y, double width, double height) {
  const auto px = [](double share, int side) { return static_cast<int>(std::lround(share * side)); };
  return {px(x, judged_size.width), px(y, judged_size.height), px(width, judged_size.width),
          px(height, judged_size.height)};
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
  cv::cvtColor(crop, grey, cv::COLOR_BGR2GRAY);
  if (grey.size() != judged_size)
    cv::resize(grey, grey, judged_size, 0, 0, grey.cols > judged_size.width ? cv::INTER_AREA : cv::INTER_LINEAR);
  const Histogram face = histogram_of(grey, mask), whole = histogram_of(grey);
  Quality quality;
  quality.luminance = mean_of(face) / (levels - 1);
  quality.shadow = share_between(face, 0, 25);
  quality.glare = share_between(face, 247, 255);
  quality.contrast = percentile(whole, 0.97) - percentile(whole, 0.03);
  quality.even_light =
      overlap(histogram_of(grey(part(0.30, 0.55, 0.12, 0.12))), histogram_of(grey(part(0.58, 0.55, 0.12, 0.12))));
  quality.sharpness = sharpness_of(grey(part(0.2, 0.4, 0.6, 0.15)));
  return quality;
}

}  // namespace pehchan
