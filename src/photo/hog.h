#pragma once
#include <memory>
#include <opencv2/core/mat.hpp>
#include <vector>

#include "model/portrait.h"

namespace pehchan {

/// dlib's frontal face detector: five HOG filters over a pyramid, faces from 80 px up. Not shared between threads.
class HogDetector {
 public:
  HogDetector();
  ~HogDetector();

  /// Faces in an 8 bit grey picture scoring at least `lowest` (−0.7 at least), best first, in the picture's px. 17 ms
  /// at 480×640, 7 at 300×400. A certain face scores 1 and more; below 0 most are false. A box is the mean of all
  /// windows that saw the face, weighed by their scores: its width is right to 4 %, that of the best window to 10 %, as
  /// both its steps are coarse (a tenth of the face along, a fifth in size).
  std::vector<FaceBox> detect(const cv::Mat& grey, double lowest);

  /// Only those of 80 px to `most` times that (at most 2), where a pass over fewer pixels has seen the larger ones, and
  /// only with the filter of faces seen from the front: the pyramid's first levels, less than half of the work. Of 128
  /// pictures of several people one more passes for one person than with all filters.
  std::vector<FaceBox> detect_small(const cv::Mat& grey, double lowest, double most);

 private:
  struct Dlib;
  std::unique_ptr<Dlib> dlib_;
};

}  // namespace pehchan
