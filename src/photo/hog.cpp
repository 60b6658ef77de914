// The only place of dlib: its headers take half a minute to compile.
#include "photo/hog.h"

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv/cv_image.h>

#include <algorithm>

namespace pehchan {

struct HogDetector::Dlib {
  dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
};

HogDetector::HogDetector() : dlib_(std::make_unique<Dlib>()) {}
HogDetector::~HogDetector() = default;

std::vector<FaceBox> HogDetector::detect(const cv::Mat& grey, double lowest) {
  std::vector<std::pair<double, dlib::rectangle>> found;
  dlib_->detector(dlib::cv_image<unsigned char>(grey), found, lowest);
  std::vector<FaceBox> faces;
  for (const auto& [score, box] : found)
    faces.push_back({.x = static_cast<double>(box.left()),
                     .y = static_cast<double>(box.top()),
                     .width = static_cast<double>(box.width()),
                     .height = static_cast<double>(box.height()),
                     .score = score});
  std::stable_sort(faces.begin(), faces.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  return faces;
}

}  // namespace pehchan
