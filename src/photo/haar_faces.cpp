#include "photo/haar_faces.h"

#include <algorithm>

#include "photo/cascade.h"
#include "photo/face_boxes.h"

namespace pehchan {

HaarFaces::HaarFaces() : default_(load_cascade("frontalface_default")), alt2_(load_cascade("frontalface_alt2")) {}

std::vector<FaceBox> HaarFaces::detect(const cv::Mat& grey, double smallest) {
  const cv::Size least(static_cast<int>(smallest), static_cast<int>(smallest));
  std::vector<cv::Rect> one, two;
  default_.detectMultiScale(grey, one, 1.1, 4, 0, least);
  if (one.empty()) return {};
  alt2_.detectMultiScale(grey, two, 1.1, 3, 0, least);
  const auto box = [](const cv::Rect& r) {
    return FaceBox{double(r.x), double(r.y), double(r.width), double(r.height), 0};
  };
  std::vector<FaceBox> both;
  for (const auto& a : one)
    if (std::any_of(two.begin(), two.end(), [&](const auto& b) { return overlap_share(box(a), box(b)) > 0.6; }))
      both.push_back(box(a));
  std::stable_sort(both.begin(), both.end(), [](const auto& a, const auto& b) { return a.width > b.width; });
  return both;
}

}  // namespace pehchan
