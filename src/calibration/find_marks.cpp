#include "calibration/find_marks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "model/calibration_target.h"

namespace pehchan {
namespace {

using Outline = std::vector<cv::Point>;

constexpr double roundness = 0.7;    ///< 4πA/P² of the outermost outline
constexpr double off_middle = 0.08;  ///< of a ring's width: the middles of its outlines from each other

struct Blob {
  cv::Point2d middle;
  double area;
};

Blob blob_of(const Outline& outline) {
  const cv::Moments m = cv::moments(outline);
  if (m.m00 <= 0) return {{}, 0};
  return {{m.m10 / m.m00, m.m01 / m.m00}, m.m00};
}

bool is_round(const Outline& outline, double area) {
  const double around = cv::arcLength(outline, true);
  return around > 0 && 4 * std::numbers::pi * area / (around * around) > roundness;
}

bool is_about(double value, double expected, double factor) {
  return value > expected / factor && value < expected * factor;
}

/// All ink there, weighed by how dark it is: finer than outlines of whole pixels.
std::optional<cv::Point2d> middle_of_ink(const cv::Mat& grey, const cv::Point2d& about, double radius) {
  const int reach = static_cast<int>(std::ceil(radius));
  const cv::Point at(cvRound(about.x), cvRound(about.y));
  const cv::Rect box(at.x - reach, at.y - reach, 2 * reach + 1, 2 * reach + 1);
  if ((box & cv::Rect({}, grey.size())) != box) return {};
  double lightest = 0, sum = 0, x = 0, y = 0;
  cv::minMaxLoc(grey(box), nullptr, &lightest);
  for (int dy = 0; dy < box.height; ++dy)
    for (int dx = 0; dx < box.width; ++dx) {
      const cv::Point2d place(box.x + dx, box.y + dy);
      const double ink = lightest * 0.8 - grey.at<unsigned char>(box.y + dy, box.x + dx);
      if (ink <= 0 || cv::norm(place - about) > radius) continue;
      sum += ink, x += ink * place.x, y += ink * place.y;
    }
  if (sum <= 0) return {};
  return cv::Point2d(x / sum, y / sum);
}

/// A ring, its hole and the dot in that, if they are those of a mark.
std::optional<cv::Point2d> mark_of(const Outline& outer, const Outline& hole, const Outline& dot, double ring) {
  constexpr double hole_part = CalibrationTarget::ring_hole * CalibrationTarget::ring_hole;
  constexpr double dot_part = CalibrationTarget::dot * CalibrationTarget::dot;
  const Blob a = blob_of(outer), b = blob_of(hole), c = blob_of(dot);
  const double wide = 2 * std::sqrt(a.area / std::numbers::pi), near = off_middle * wide + 0.5;
  if (!is_about(wide, ring, 1.6) || !is_round(outer, a.area)) return {};
  if (!is_about(b.area / a.area, hole_part, 1.5) || !is_about(c.area / a.area, dot_part, 2)) return {};
  if (cv::norm(a.middle - b.middle) > near || cv::norm(a.middle - c.middle) > near) return {};
  return a.middle;
}

}  // namespace

std::vector<cv::Point2d> find_marks(const cv::Mat& grey, double ring) {
  cv::Mat even, ink;
  cv::GaussianBlur(grey, even, {3, 3}, 0);
  const int block = 2 * static_cast<int>(ring * 0.9) + 1;
  cv::adaptiveThreshold(even, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, block, 12);
  std::vector<Outline> outlines;
  std::vector<cv::Vec4i> tree;  // next, previous, first child, parent
  cv::findContours(ink, outlines, tree, cv::RETR_TREE, cv::CHAIN_APPROX_NONE);
  const auto outline = [&](int i) -> const Outline& { return outlines[static_cast<std::size_t>(i)]; };
  std::vector<cv::Point2d> found;
  for (int i = 0; i < static_cast<int>(outlines.size()); ++i)
    for (int hole = tree[static_cast<std::size_t>(i)][2]; hole >= 0; hole = tree[static_cast<std::size_t>(hole)][0])
      for (int dot = tree[static_cast<std::size_t>(hole)][2]; dot >= 0; dot = tree[static_cast<std::size_t>(dot)][0])
        if (const auto mark = mark_of(outline(i), outline(hole), outline(dot), ring))
          found.push_back(middle_of_ink(grey, *mark, ring * 0.56).value_or(*mark));
  return found;
}

}  // namespace pehchan
