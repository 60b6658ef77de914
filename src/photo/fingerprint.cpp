#include "photo/fingerprint.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "photo/decode.h"
#include "photo/opencv_threads.h"

namespace pehchan {
namespace {

constexpr int side = 64;  ///< px that the transform sees

/// Frequencies of each plane: Y, Cr, Cb.
constexpr int frequencies[] = {128, 64, 64};
/// Standard deviation of the lightness, of 255: under it all bits are the compressor's noise.
constexpr double least_contrast = 3;

cv::Mat small_picture(std::string_view photo) {
  cv::Mat small = decode_roughly(photo);
  if (small.empty() || std::min(small.cols, small.rows) >= side) return small;
  // An eighth of a small photo has fewer px than the transform asks for.
  auto larger = decode_photo(photo, side);
  return larger ? std::move(larger->pixels) : small;
}

/// The lowest frequencies diagonal by diagonal, without the mean.
std::vector<float> lowest_of(const cv::Mat& spectrum, int count) {
  std::vector<float> values;
  for (int diagonal = 1; static_cast<int>(values.size()) < count; ++diagonal)
    for (int x = 0; x <= diagonal && static_cast<int>(values.size()) < count; ++x)
      values.push_back(spectrum.at<float>(diagonal - x, x));
  return values;
}

void set_bits(Fingerprint& print, int first, const std::vector<float>& values) {
  auto sorted = values;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] > *middle) print.set(first + static_cast<int>(i));
}

bool is_even(const cv::Mat& lightness) {
  cv::Scalar mean, deviation;
  cv::meanStdDev(lightness, mean, deviation);
  return deviation[0] < least_contrast;
}

std::optional<Fingerprint> print_of(const cv::Mat& bgr) {
  cv::Mat small, planes[3], spectrum;
  cv::resize(bgr, small, {side, side}, 0, 0, cv::INTER_AREA);
  cv::cvtColor(small, small, cv::COLOR_BGR2YCrCb);
  cv::split(small, planes);
  if (is_even(planes[0])) return std::nullopt;
  Fingerprint print;
  int first = 0;
  for (int i = 0; i < 3; ++i) {
    planes[i].convertTo(spectrum, CV_32F);
    cv::dct(spectrum, spectrum);
    set_bits(print, first, lowest_of(spectrum, frequencies[i]));
    first += frequencies[i];
  }
  return print;
}

}  // namespace

std::optional<Fingerprint> fingerprint_of(std::string_view photo) try {
  keep_opencv_to_one_thread();
  const cv::Mat small = small_picture(photo);
  return small.empty() ? std::nullopt : print_of(small);
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace pehchan
