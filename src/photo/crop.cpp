#include "photo/crop.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace pehchan {
namespace {

constexpr double width_in_eyes = 3.88, eye_line = 0.47;

// Maps the picture's px onto the crop's.
cv::Matx23d onto_crop(const Eyes& eyes, double scale, cv::Size crop) {
  const double a = eyes.roll() * CV_PI / 180, c = std::cos(a) * scale, s = std::sin(a) * scale;
  const auto middle = eyes.middle();
  return {c,  s, crop.width * 0.5 - c * middle.x - s * middle.y,
          -s, c, crop.height * eye_line + s * middle.x - c * middle.y};
}

std::vector<cv::Point2f> crop_in_picture(const cv::Matx23d& onto, cv::Size crop) {
  cv::Matx23d back;
  cv::invertAffineTransform(onto, back);
  const auto w = static_cast<float>(crop.width), h = static_cast<float>(crop.height);
  std::vector<cv::Point2f> corners{{0, 0}, {w, 0}, {w, h}, {0, h}};
  cv::transform(corners, corners, back);
  return corners;
}

double share_outside(const std::vector<cv::Point2f>& crop, cv::Size picture) {
  const auto w = static_cast<float>(picture.width), h = static_cast<float>(picture.height);
  const std::vector<cv::Point2f> whole{{0, 0}, {w, 0}, {w, h}, {0, h}};
  std::vector<cv::Point2f> shared;
  const double inside = cv::intersectConvexConvex(crop, whole, shared);
  return std::clamp(1 - inside / cv::contourArea(crop), 0.0, 1.0);
}

}  // namespace

CroppedPortrait crop_portrait(const cv::Mat& picture, const Eyes& eyes, int width, int height) {
  const double has = width_in_eyes * eyes.distance();  // px of the picture along the crop's width
  const double share = std::min(1.0, has / width);
  const cv::Size size(std::max(1, static_cast<int>(std::lround(width * share))),
                      std::max(1, static_cast<int>(std::lround(height * share))));
  const double scale = size.width / has;
  const auto corners = crop_in_picture(onto_crop(eyes, scale, size), size);
  CroppedPortrait portrait;
  portrait.invented = share_outside(corners, picture.size());

  // Shrinking by much averages whole areas first, and only of the part that is needed; the warp then turns and shifts.
  const cv::Rect around = cv::boundingRect(corners);
  const cv::Rect needed =
      cv::Rect(around.x - 4, around.y - 4, around.width + 8, around.height + 8) & cv::Rect({0, 0}, picture.size());
  if (needed.empty()) return {cv::Mat(size, CV_8UC3, cv::Scalar::all(0)), 1};
  cv::Mat part = picture(needed);
  cv::Point2d zoom(1, 1);
  if (scale < 0.75) {
    cv::Mat small;
    cv::resize(part, small, {}, scale, scale, cv::INTER_AREA);
    zoom = {double(small.cols) / part.cols, double(small.rows) / part.rows};
    part = small;
  }
  const auto moved = [&](PicturePoint p) { return PicturePoint{(p.x - needed.x) * zoom.x, (p.y - needed.y) * zoom.y}; };
  const Eyes at{moved(eyes.right), moved(eyes.left)};
  // The map speaks of px edges, warpAffine of px centres.
  cv::Matx23d onto = onto_crop(at, size.width / (width_in_eyes * at.distance()), size);
  onto(0, 2) += 0.5 * (onto(0, 0) + onto(0, 1)) - 0.5;
  onto(1, 2) += 0.5 * (onto(1, 0) + onto(1, 1)) - 0.5;
  cv::warpAffine(part, portrait.pixels, onto, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return portrait;
}

}  // namespace pehchan
