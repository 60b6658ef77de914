#include "photo/tone.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace pehchan {
namespace {

constexpr double most_gain = 1.8, dim_highlights = 200, most_black = 16, veiled_shadows = 24, white = 255;
constexpr double end_share = 0.005;

struct Ends {
  double dark = 0, bright = 0;
};

Ends ends_of(const cv::Mat& grey) {
  std::array<int, 256> counts{};
  for (int y = 0; y < grey.rows; ++y) {
    const auto* at = grey.ptr<unsigned char>(y);
    for (int x = 0; x < grey.cols; ++x) ++counts[at[x]];
  }
  const double enough = end_share * static_cast<double>(grey.total());
  const auto level = [&](bool is_from_top) {
    double seen = 0;
    for (int i = 0; i < 256; ++i) {
      const int at = is_from_top ? 255 - i : i;
      if ((seen += counts[static_cast<std::size_t>(at)]) >= enough) return static_cast<double>(at);
    }
    return 0.0;
  };
  return {level(false), level(true)};
}

}  // namespace

void lift_tone(cv::Mat& bgr) {
  cv::Mat grey;
  cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
  const Ends ends = ends_of(grey);
  const double black = std::clamp(ends.dark - veiled_shadows, 0.0, most_black);
  const auto without_veil = [&](double level) { return std::max(0.0, level - black) * white / (white - black); };
  const double gain = std::clamp(dim_highlights / std::max(1.0, without_veil(ends.bright)), 1.0, most_gain);
  if (black == 0 && gain == 1) return;
  std::array<double, 256> ratio{};
  for (int i = 1; i < 256; ++i) ratio[static_cast<std::size_t>(i)] = gain * without_veil(i) / i;
  for (int y = 0; y < bgr.rows; ++y) {
    auto* at = bgr.ptr<cv::Vec3b>(y);
    const auto* luminance = grey.ptr<unsigned char>(y);
    for (int x = 0; x < bgr.cols; ++x) {
      const int largest = std::max({at[x][0], at[x][1], at[x][2], static_cast<unsigned char>(1)});
      // A channel that would run over would change the hue.
      const double by = std::min(ratio[luminance[x]], white / largest);
      for (int i = 0; i < 3; ++i) at[x][i] = cv::saturate_cast<unsigned char>(at[x][i] * by);
    }
  }
}

void sharpen(cv::Mat& bgr) {
  constexpr double sigma = 0.8, strength = 0.5;
  cv::Mat soft;
  cv::GaussianBlur(bgr, soft, {}, sigma);
  cv::addWeighted(bgr, 1 + strength, soft, -strength, 0, bgr);
}

}  // namespace pehchan
