#include "photo/crop.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace pehchan {
namespace {

constexpr double head_in_eyes = 3.59;
constexpr double closest_head = 0.80, little_outside = 0.02;

// Maps the picture's px onto the crop's.
cv::Matx23d onto_crop(const CropFrame& frame, cv::Size crop) {
  const double scale = crop.width / frame.width, a = frame.roll_deg * CV_PI / 180;
  const double c = std::cos(a) * scale, s = std::sin(a) * scale;
  return {c,  s, crop.width * 0.5 - c * frame.eyes.x - s * frame.eyes.y,
          -s, c, crop.height * CropFrame::eye_line + s * frame.eyes.x - c * frame.eyes.y};
}

std::vector<cv::Point2f> corners_in_picture(const CropFrame& frame) {
  cv::Matx23d back;
  const cv::Size whole(std::max(1, static_cast<int>(frame.width)), std::max(1, static_cast<int>(frame.height)));
  cv::invertAffineTransform(onto_crop(frame, whole), back);
  const auto w = static_cast<float>(whole.width), h = static_cast<float>(whole.height);
  std::vector<cv::Point2f> corners{{0, 0}, {w, 0}, {w, h}, {0, h}};
  cv::transform(corners, corners, back);
  return corners;
}

CropFrame scaled(CropFrame frame, double by) {
  frame.width *= by, frame.height *= by;
  return frame;
}

}  // namespace

CropFrame frame_about(const Eyes& eyes, double distance, double head, double aspect) {
  const double height = head_in_eyes * distance / head;
  return {.eyes = eyes.middle(), .width = height * aspect, .height = height, .roll_deg = eyes.roll()};
}

double eye_distance_in(const CropFrame& frame, double head) { return frame.height * head / head_in_eyes; }

double share_outside(const CropFrame& frame, cv::Size picture) {
  const auto w = static_cast<float>(picture.width), h = static_cast<float>(picture.height);
  const std::vector<cv::Point2f> whole{{0, 0}, {w, 0}, {w, h}, {0, h}};
  const auto corners = corners_in_picture(frame);
  std::vector<cv::Point2f> shared;
  const double inside = cv::intersectConvexConvex(corners, whole, shared);
  return std::clamp(1 - inside / cv::contourArea(corners), 0.0, 1.0);
}

CropFrame drawn_closer(const CropFrame& frame, double head, cv::Size picture) {
  if (share_outside(frame, picture) <= little_outside || head >= closest_head) return frame;
  double closest = head / closest_head, widest = 1;
  if (share_outside(scaled(frame, closest), picture) > little_outside) return scaled(frame, closest);
  constexpr int halvings = 6;  // to 0.2 % of the size
  for (int i = 0; i < halvings; ++i) {
    const double middle = (closest + widest) / 2;
    (share_outside(scaled(frame, middle), picture) > little_outside ? widest : closest) = middle;
  }
  return scaled(frame, closest);
}

cv::Mat crop_portrait(const cv::Mat& picture, const CropFrame& frame, cv::Size most) {
  const double share = std::min(1.0, frame.width / most.width);
  const cv::Size size(std::max(1, static_cast<int>(std::lround(most.width * share))),
                      std::max(1, static_cast<int>(std::lround(most.height * share))));
  const double scale = size.width / frame.width;

  // Shrinking by much averages whole areas first, and only of the part that is needed; the warp then turns and shifts.
  const cv::Rect around = cv::boundingRect(corners_in_picture(frame));
  const cv::Rect needed =
      cv::Rect(around.x - 4, around.y - 4, around.width + 8, around.height + 8) & cv::Rect({0, 0}, picture.size());
  if (needed.empty()) return cv::Mat(size, CV_8UC3, cv::Scalar::all(0));
  cv::Mat part = picture(needed);
  cv::Point2d zoom(1, 1);
  if (scale < 0.75) {
    cv::Mat small;
    cv::resize(part, small, {}, scale, scale, cv::INTER_AREA);
    zoom = {double(small.cols) / part.cols, double(small.rows) / part.rows};
    part = small;
  }
  CropFrame at = scaled(frame, (zoom.x + zoom.y) / 2);
  at.eyes = {(frame.eyes.x - needed.x) * zoom.x, (frame.eyes.y - needed.y) * zoom.y};
  // The map speaks of px edges, warpAffine of px centres.
  cv::Matx23d onto = onto_crop(at, size);
  onto(0, 2) += 0.5 * (onto(0, 0) + onto(0, 1)) - 0.5;
  onto(1, 2) += 0.5 * (onto(1, 0) + onto(1, 1)) - 0.5;
  cv::Mat crop;
  cv::warpAffine(part, crop, onto, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return crop;
}

}  // namespace pehchan
