#pragma once
#include <opencv2/core/mat.hpp>
#include <opencv2/objdetect.hpp>
#include <vector>

#include "model/portrait.h"

namespace pehchan {

/// Faces that two Haar cascades agree on: each alone finds faces in wallpaper. Three times as dear as HOG, and it sees
/// some faces that HOG does not. Not shared between threads.
class HaarFaces {
 public:
  /// Throws RunError (bad_config) when opencv-data is absent.
  HaarFaces();

  /// In an 8 bit grey picture, at least `smallest` px wide, the widest first; their score is 0.
  std::vector<FaceBox> detect(const cv::Mat& grey, double smallest);

 private:
  cv::CascadeClassifier default_, alt2_;
};

}  // namespace pehchan
