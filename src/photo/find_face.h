#pragma once
#include <opencv2/core/mat.hpp>
#include <opencv2/objdetect.hpp>
#include <vector>

#include "photo/find_eyes.h"
#include "photo/hog.h"

namespace pehchan {

/// Who is in a picture.
struct FoundFace {
  enum class Kind { none, one, many, unclear } kind = Kind::none;
  int quarter_turns = 0;  ///< clockwise, to be made before box and eyes fit
  FaceBox box;            ///< px of the turned picture; not for `none`
  FoundEyes found;        ///< as box; only for `one`
};

/// Finds the one face of a portrait, the cheap way first: a certain face costs one HOG pass and two eye cascades, and
/// only doubtful photos pay for quarter turns, more pixels, other detectors and a search for further faces. Never
/// guesses: under 3 eye votes it is `unclear`. Not shared between threads.
class FaceFinder {
 public:
  /// Throws RunError (bad_config) when opencv-data is absent.
  FaceFinder();

  /// `bgr`: 8 bit, upright as far as known, at any size.
  FoundFace find(const cv::Mat& bgr);

 private:
  struct Best {
    FaceBox box;  // score under -1: none
    int quarter_turns = 0;
    std::vector<FaceBox> others;
    FoundEyes found;
    double seen_at = 1;  // px of the pass that found it to a px of the picture
  };
  std::vector<FaceBox> detect(const cv::Mat& picture, int long_side);
  Best look(const cv::Mat& picture, int quarter_turns, int long_side);
  static bool is_clear(const Best& best);
  Best search(const cv::Mat& picture);
  Best search_harder(const cv::Mat& picture);
  std::vector<FaceBox> haar_faces(const cv::Mat& grey, double smallest);
  bool sees_others(const cv::Mat& picture, const Best& best);

  HogDetector hog_;
  EyeFinder eyes_;
  cv::CascadeClassifier haar_default_, haar_alt2_;
};

}  // namespace pehchan
