#include "photo/same_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "photo/decode.h"

namespace pehchan {
namespace {

constexpr int side = 96, margin = 8, parts = 8;
constexpr double least_whole = 0.90;  ///< under it the parts need not be looked at
constexpr double least_part = 0.88;
constexpr double most_coloured = 8;   ///< levels of 255 between the colour differences of a part
constexpr double least_energy = 0.3;  ///< of the mean part's; under it a part is an empty wall
const cv::Rect inside(margin, margin, side - 2 * margin, side - 2 * margin);

struct SmallPicture {
  /// What it has besides plain areas and slow shades, which brightening and a cut edge change: 1 to 6 px of 96.
  cv::Mat details;
  cv::Mat colours;  ///< Cr and Cb
};

SmallPicture small_picture(std::string_view photo) {
  constexpr double finest = 0.8, coarsest = 3;
  const auto picture = decode_photo(photo, side);
  if (!picture) return {};
  cv::Mat small, planes[3], fine, coarse;
  cv::resize(picture->pixels, small, {side, side}, 0, 0, cv::INTER_AREA);
  cv::cvtColor(small, small, cv::COLOR_BGR2YCrCb);
  small.convertTo(small, CV_32F);
  cv::split(small, planes);
  cv::GaussianBlur(planes[0], fine, {}, finest);
  cv::GaussianBlur(planes[0], coarse, {}, coarsest);
  SmallPicture seen{.details = fine - coarse, .colours = {}};
  cv::merge(planes + 1, 2, seen.colours);
  return seen;
}

double energy(const cv::Mat& details) { return cv::mean(details.mul(details))[0]; }

/// Of details, whose mean is zero.
double correlation(const cv::Mat& a, const cv::Mat& b) {
  const double scale = std::sqrt(energy(a) * energy(b));
  return scale > 0 ? cv::mean(a.mul(b))[0] / scale : 0;
}

/// How one picture lies on the other: px moved right and down, stretched along and across.
using Fit = std::array<double, 4>;

cv::Mat laid(const cv::Mat& picture, const Fit& fit) {
  const cv::Matx23d matrix(fit[2], 0, fit[0] + side / 2.0 * (1 - fit[2]), 0, fit[3],
                           fit[1] + side / 2.0 * (1 - fit[3]));
  cv::Mat out;
  cv::warpAffine(picture, out, matrix, picture.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return out;
}

bool is_allowed(const Fit& fit) {
  constexpr double most_moved = 6, most_stretched = 0.09;
  return std::abs(fit[0]) <= most_moved && std::abs(fit[1]) <= most_moved && std::abs(fit[2] - 1) <= most_stretched &&
         std::abs(fit[3] - 1) <= most_stretched;
}

/// How the other picture lies best on the first: by steps that are halved five times.
Fit best_fit(const cv::Mat& on, const cv::Mat& details) {
  constexpr int rounds = 6, tries_a_round = 2;
  Fit fit{0, 0, 1, 1}, step{side / 42.0, side / 42.0, 0.04, 0.04};
  const auto agreement = [&](const Fit& tried) { return correlation(on(inside), laid(details, tried)(inside)); };
  double best = agreement(fit);
  for (int round = 0; round < rounds; ++round) {
    for (int i = 0; i < tries_a_round * 8; ++i) {
      const auto which = static_cast<std::size_t>(i / 2 % 4);
      Fit tried = fit;
      tried[which] += i % 2 == 0 ? step[which] : -step[which];
      if (!is_allowed(tried)) continue;
      if (const double now = agreement(tried); now > best) best = now, fit = tried;
    }
    for (double& one : step) one /= 2;
  }
  return fit;
}

cv::Rect part(int which) {
  constexpr int width = (side - 2 * margin) / parts;
  return {which % parts * width, which / parts * width, width, width};
}

double worst_part(const cv::Mat& a, const cv::Mat& b) {
  const double mean = energy(a) + energy(b);
  double worst = 1;
  for (int i = 0; i < parts * parts; ++i) {
    const cv::Mat one = a(part(i)), other = b(part(i));
    const double both = energy(one) + energy(other);
    if (both >= least_energy * mean) worst = std::min(worst, 2 * cv::mean(one.mul(other))[0] / both);
  }
  return worst;
}

/// A brighter copy is more coloured where there is colour: that much is allowed for.
bool has_same_colours(const cv::Mat& a, const cv::Mat& b) {
  constexpr double grey = 128, twice_as_much = 24;  ///< a part so far from grey may differ by twice as much
  for (int i = 0; i < parts * parts; ++i) {
    const cv::Scalar one = cv::mean(a(part(i))), other = cv::mean(b(part(i)));
    for (int plane = 0; plane < 2; ++plane)
      if (std::abs(one[plane] - other[plane]) > most_coloured * (1 + std::abs(one[plane] - grey) / twice_as_much))
        return false;
  }
  return true;
}

}  // namespace

bool is_same_picture(std::string_view one, std::string_view other) try {
  const SmallPicture first = small_picture(one), second = small_picture(other);
  if (first.details.empty() || second.details.empty()) return false;
  const Fit fit = best_fit(first.details, second.details);
  cv::Mat a = first.details(inside).clone(), b = laid(second.details, fit)(inside).clone();
  if (correlation(a, b) < least_whole) return false;
  // A brighter copy has stronger details: what counts is whether they are the same ones.
  a /= std::sqrt(energy(a));
  b /= std::sqrt(energy(b));
  return worst_part(a, b) >= least_part && has_same_colours(first.colours(inside), laid(second.colours, fit)(inside));
} catch (const cv::Exception&) {
  return false;
}

}  // namespace pehchan
