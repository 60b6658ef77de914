#include "calibration/find_sheet.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <vector>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr double small_side = 1000;  ///< px: where the sheet is looked for
constexpr int least_contrast = 30;   ///< between paper and ground, of 255
constexpr int probes = 80;           ///< along an edge
constexpr double least_found = 0.6;  ///< of them

[[noreturn]] void refuse(const char* what) {
  throw RunError(ExitCode::bad_input, what,
                 "Lay the sheet flat on a dark ground (a dark cloth or folder, in the scanner too), the whole of it in "
                 "the picture with some ground on all sides.");
}

int quantile(std::vector<unsigned char> values, double part) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

std::vector<unsigned char> values_of(const cv::Mat& grey, const cv::Mat& mask) {
  std::vector<unsigned char> values;
  for (int y = 0; y < grey.rows; ++y)
    for (int x = 0; x < grey.cols; ++x)
      if (mask.at<unsigned char>(y, x) != 0) values.push_back(grey.at<unsigned char>(y, x));
  return values;
}

/// What lies around the sheet, if anything darker does, and the sheet itself.
struct Brightness {
  int ground, paper;
};
Brightness brightness_of(const cv::Mat& small) {
  cv::Mat rim(small.size(), CV_8U, cv::Scalar(255));
  const int width = std::max(2, std::min(small.rows, small.cols) / 100);
  rim(cv::Rect(width, width, small.cols - 2 * width, small.rows - 2 * width)).setTo(0);
  cv::Mat inner;
  cv::bitwise_not(rim, inner);
  return {quantile(values_of(small, rim), 0.5), quantile(values_of(small, inner), 0.8)};
}

/// A convex outline of four corners about the largest bright thing; nothing when there is none.
std::optional<std::vector<cv::Point>> rough_corners(const cv::Mat& small, int threshold) {
  cv::Mat bright;
  cv::threshold(small, bright, threshold, 255, cv::THRESH_BINARY);
  cv::morphologyEx(bright, bright, cv::MORPH_CLOSE, cv::Mat::ones(9, 9, CV_8U));
  std::vector<std::vector<cv::Point>> outlines;
  cv::findContours(bright, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  const auto largest = std::ranges::max_element(
      outlines, {}, [](const std::vector<cv::Point>& outline) { return cv::contourArea(outline); });
  if (largest == outlines.end() || cv::contourArea(*largest) < 0.15 * static_cast<double>(small.total())) return {};
  std::vector<cv::Point> hull, corners;
  cv::convexHull(*largest, hull, true);
  for (double part = 0.005; part < 0.08; part *= 1.3) {
    cv::approxPolyDP(hull, corners, part * cv::arcLength(hull, true), true);
    if (corners.size() == 4) return corners;
  }
  return {};
}

double at(const cv::Mat& grey, const cv::Point2d& p) {
  const int x = static_cast<int>(std::floor(p.x)), y = static_cast<int>(std::floor(p.y));
  if (x < 0 || y < 0 || x + 1 >= grey.cols || y + 1 >= grey.rows) return -1;
  const double u = p.x - x, v = p.y - y;
  const auto value = [&](int dx, int dy) { return static_cast<double>(grey.at<unsigned char>(y + dy, x + dx)); };
  return (1 - v) * ((1 - u) * value(0, 0) + u * value(1, 0)) + v * ((1 - u) * value(0, 1) + u * value(1, 1));
}

/// Where, along `outward` through `p`, the paper ends.
std::optional<cv::Point2d> end_of_paper(const cv::Mat& grey, const cv::Point2d& p, const cv::Point2d& outward,
                                        double reach) {
  const int steps = static_cast<int>(reach * 4);
  std::vector<double> profile;
  for (int i = -steps; i <= steps; ++i) profile.push_back(at(grey, p + outward * (i * 0.25)));
  if (std::ranges::find(profile, -1.0) != profile.end()) return {};
  const auto mean = [&](std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += profile[i];
    return sum / static_cast<double>(to - from);
  };
  const std::size_t quarter = profile.size() / 4;
  const double paper = mean(0, quarter), ground = mean(profile.size() - quarter, profile.size());
  if (paper - ground < least_contrast / 2.0) return {};
  const double middle = (paper + ground) / 2;
  for (std::size_t i = profile.size() - 1; i-- > 0;)
    if (profile[i] >= middle && profile[i + 1] < middle) {
      const double part = (profile[i] - middle) / (profile[i] - profile[i + 1]);
      return p + outward * ((static_cast<double>(i) + part - steps) * 0.25);
    }
  return {};
}

struct Line {
  cv::Point2d point, along;
};

Line edge_between(const cv::Mat& grey, const cv::Point2d& from, const cv::Point2d& to, double reach) {
  const cv::Point2d way = (to - from) / cv::norm(to - from), outward(way.y, -way.x);
  std::vector<cv::Point2f> found;
  for (int i = 0; i < probes; ++i) {
    const double part = 0.06 + 0.88 * i / (probes - 1);
    if (const auto end = end_of_paper(grey, from + (to - from) * part, outward, reach))
      found.emplace_back(cv::Point2f(*end - from));
  }
  if (static_cast<double>(found.size()) < least_found * probes) refuse("an edge of the sheet cannot be seen clearly");
  cv::Vec4f line;
  cv::fitLine(found, line, cv::DIST_HUBER, 0, 0.001, 0.001);
  return {from + cv::Point2d(line[2], line[3]), {line[0], line[1]}};
}

cv::Point2d meeting(const Line& a, const Line& b) {
  const double cross = a.along.x * b.along.y - a.along.y * b.along.x;
  if (std::abs(cross) < 0.3) refuse("the sheet has not four corners");
  const cv::Point2d between = b.point - a.point;
  return a.point + a.along * ((between.x * b.along.y - between.y * b.along.x) / cross);
}

}  // namespace

FoundSheet find_sheet(const cv::Mat& grey) {
  const double shrunk = std::min(1.0, small_side / std::max(grey.cols, grey.rows));
  cv::Mat small;
  cv::resize(grey, small, {}, shrunk, shrunk, cv::INTER_AREA);
  cv::GaussianBlur(small, small, {5, 5}, 0);
  const auto [ground, paper] = brightness_of(small);
  if (paper - ground < least_contrast) {
    const double right = grey.cols - 0.5, bottom = grey.rows - 0.5;
    return {{{{-0.5, -0.5}, {right, -0.5}, {right, bottom}, {-0.5, bottom}}}, false};
  }
  const auto rough = rough_corners(small, (ground + paper) / 2);
  if (!rough) refuse("no sheet of paper is seen in the picture");
  std::array<cv::Point2d, 4> corners;
  for (std::size_t i = 0; i < 4; ++i)
    corners[i] = (cv::Point2d((*rough)[i]) + cv::Point2d(0.5, 0.5)) / shrunk - cv::Point2d(0.5, 0.5);
  if (cv::contourArea(std::vector<cv::Point2f>(corners.begin(), corners.end()), true) < 0)
    std::ranges::reverse(corners);
  const double reach = std::max(8.0, 5 / shrunk);
  std::array<Line, 4> edges;
  for (std::size_t i = 0; i < 4; ++i) edges[i] = edge_between(grey, corners[i], corners[(i + 1) % 4], reach);
  FoundSheet sheet;
  for (std::size_t i = 0; i < 4; ++i) sheet.corners[i] = meeting(edges[(i + 3) % 4], edges[i]);
  return sheet;
}

}  // namespace pehchan
