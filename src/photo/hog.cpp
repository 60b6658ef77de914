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
constexpr unsigned long front_only = 1;  // the first filter: faces from the front, three fifths of the work
constexpr double weighed_from = -0.7;    // windows of this score and more have a say in where the face is
constexpr double same_face = 0.4;        // of both windows' common area: about the same face

using Window = std::pair<double, dlib::rectangle>;

// All windows, also those that overlap: the mean of a face's windows is steadier than the best one.
dlib::frontal_face_detector without_suppression(const dlib::frontal_face_detector& whole, unsigned long levels,
                                                unsigned long filters) {
  dlib::frontal_face_detector::image_scanner_type scanner;
  scanner.copy_configuration(whole.get_scanner());
  if (levels > 0) scanner.set_max_pyramid_levels(levels);
  std::vector<dlib::frontal_face_detector::feature_vector_type> kept;
  for (unsigned long i = 0; i < filters; ++i) kept.push_back(whole.get_w(i));
  return {scanner, dlib::test_box_overlap(1, 1), kept};
}

double shared(const dlib::rectangle& a, const dlib::rectangle& b) {
  const auto both = static_cast<double>(a.intersect(b).area());
  return both / (static_cast<double>(a.area()) + static_cast<double>(b.area()) - both);
}

FaceBox mean_of(const std::vector<Window>& windows, const Window& best) {
  double weight = 0, x = 0, y = 0, size = 0;
  for (const auto& [score, box] : windows) {
    if (score < weighed_from || shared(box, best.second) < same_face) continue;
    const double w = score - weighed_from + 1e-6, width = static_cast<double>(box.width());
    weight += w;
    x += w * (static_cast<double>(box.left()) + width / 2);
    y += w * (static_cast<double>(box.top()) + static_cast<double>(box.height()) / 2);
    size += w * std::log(width);
  }
  const double side = std::exp(size / weight);
  return {x / weight - side / 2, y / weight - side / 2, side, side, best.first};
}

std::vector<FaceBox> run(dlib::frontal_face_detector& detector, const dlib::test_box_overlap& overlaps,
                         const cv::Mat& grey, double lowest) {
  std::vector<Window> windows, best;
  detector(dlib::cv_image<unsigned char>(grey), windows, weighed_from);
  std::stable_sort(windows.begin(), windows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& window : windows) {
    const auto covers = [&](const Window& other) { return overlaps(window.second, other.second); };
    if (window.first >= lowest && std::none_of(best.begin(), best.end(), covers)) best.push_back(window);
  }
  std::vector<FaceBox> faces;
  for (const auto& window : best) faces.push_back(mean_of(windows, window));
  return faces;
}

}  // namespace

struct HogDetector::Dlib {
  dlib::frontal_face_detector whole = dlib::get_frontal_face_detector();
  dlib::test_box_overlap overlaps = whole.get_overlap_tester();
  dlib::frontal_face_detector all = without_suppression(whole, 0, whole.num_detectors());
  std::vector<dlib::frontal_face_detector> first_levels;  // one level, two, …
};

HogDetector::HogDetector() : dlib_(std::make_unique<Dlib>()) {
  for (std::size_t levels = 1; levels <= most_levels; ++levels)
    dlib_->first_levels.push_back(without_suppression(dlib_->whole, levels, front_only));
}
HogDetector::~HogDetector() = default;

std::vector<FaceBox> HogDetector::detect(const cv::Mat& grey, double lowest) {
  return run(dlib_->all, dlib_->overlaps, grey, lowest);
}

std::vector<FaceBox> HogDetector::detect_small(const cv::Mat& grey, double lowest, double most) {
  const auto levels = static_cast<std::size_t>(std::ceil(std::log(most) / std::log(level_step)));
  return run(dlib_->first_levels[std::clamp<std::size_t>(levels, 1, most_levels) - 1], dlib_->overlaps, grey, lowest);
}

}  // namespace pehchan
