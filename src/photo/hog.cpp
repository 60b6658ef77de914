// The only place of dlib: its headers take half a minute to compile.
#include "photo/hog.h"

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv/cv_image.h>

#include <algorithm>
#include <cmath>

namespace pehchan {

namespace {

constexpr double level_step = 1.2;  // of the detector's pyramid
constexpr std::size_t most_levels = 4;

dlib::frontal_face_detector with_levels(const dlib::frontal_face_detector& whole, unsigned long levels) {
  dlib::frontal_face_detector::image_scanner_type scanner;
  scanner.copy_configuration(whole.get_scanner());
  scanner.set_max_pyramid_levels(levels);
  std::vector<dlib::frontal_face_detector::feature_vector_type> filters;
  for (unsigned long i = 0; i < whole.num_detectors(); ++i) filters.push_back(whole.get_w(i));
  return {scanner, whole.get_overlap_tester(), filters};
}

std::vector<FaceBox> run(dlib::frontal_face_detector& detector, const cv::Mat& grey, double lowest) {
  std::vector<std::pair<double, dlib::rectangle>> found;
  detector(dlib::cv_image<unsigned char>(grey), found, lowest);
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

}  // namespace

struct HogDetector::Dlib {
  dlib::frontal_face_detector whole = dlib::get_frontal_face_detector();
  std::vector<dlib::frontal_face_detector> first_levels;  // one level, two, …
};

HogDetector::HogDetector() : dlib_(std::make_unique<Dlib>()) {
  for (std::size_t levels = 1; levels <= most_levels; ++levels)
    dlib_->first_levels.push_back(with_levels(dlib_->whole, levels));
}
HogDetector::~HogDetector() = default;

std::vector<FaceBox> HogDetector::detect(const cv::Mat& grey, double lowest) { return run(dlib_->whole, grey, lowest); }

std::vector<FaceBox> HogDetector::detect_small(const cv::Mat& grey, double lowest, double most) {
  const auto levels = static_cast<std::size_t>(std::ceil(std::log(most) / std::log(level_step)));
  return run(dlib_->first_levels[std::clamp<std::size_t>(levels, 1, most_levels) - 1], grey, lowest);
}

}  // namespace pehchan
