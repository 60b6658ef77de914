#pragma once
#include <array>
#include <opencv2/core/mat.hpp>
#include <opencv2/objdetect.hpp>
#include <optional>
#include <vector>

#include "model/eyes.h"
#include "model/portrait.h"

namespace pehchan {

struct FoundEyes {
  Eyes eyes;      ///< in the picture's px
  int votes = 0;  ///< how many of the cascades saw each eye there, both eyes added: at most `asked`
  int asked = 0;  ///< 4 when two cascades agreed at once, else 8
};

/// Finds both eyes of a face by the vote of four Haar cascades (design: eye line within 0.2 % of the portrait's
/// height). Not shared between threads.
class EyeFinder {
 public:
  /// Throws RunError (bad_config) when opencv-data is absent.
  EyeFinder();

  /// `face` is a box of the HOG detector in `picture` (8 bit BGR or grey). Upright first; tilted when the votes are
  /// few.
  std::optional<FoundEyes> find(const cv::Mat& picture, const FaceBox& face);

 private:
  enum class Effort { quick, usual, hard };
  struct Candidate {
    PicturePoint at;  // in face widths from the face's centre
    int cascade;
  };
  std::vector<Candidate> look(const cv::Mat& band, std::size_t cascade, Effort effort);
  std::optional<FoundEyes> find_at(const cv::Mat& patch, double tilt, Effort effort);
  static std::optional<FoundEyes> best_pair(const std::vector<Candidate>& candidates, double most_roll);

  std::array<cv::CascadeClassifier, 4> cascades_;
};

}  // namespace pehchan
