#pragma once
#include <array>
#include <opencv2/core/mat.hpp>
#include <opencv2/objdetect.hpp>
#include <optional>
#include <vector>

#include "model/eyes.h"
#include "model/portrait.h"

namespace pehchan {

/// Where the eyes of a HOG box of width 1 are: their middle this much above its centre, and this far apart (means of 27
/// labelled faces, the width as the mean of a face's windows).
inline constexpr double eyes_above_centre = 0.2065, eyes_apart = 0.424;

struct FoundEyes {
  Eyes eyes;      ///< in the picture's px
  int votes = 0;  ///< how many of the cascades saw each eye there, both eyes added: at most `asked`
  int asked = 0;  ///< how often a cascade was asked for an eye: 4 or 6 for an easy face, else 8 (4 if all agreed)

  /// Nearly all cascades saw the eyes there: as sure as can be.
  bool is_clear() const { return asked > 0 && (votes == asked || votes >= 6 || (asked == 6 && votes == 5)); }
  /// The votes as they would be of eight.
  int of_eight() const { return asked == 0 ? 0 : (8 * votes + asked / 2) / asked; }
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
  enum class Effort { usual, hard };
  struct Candidate {
    PicturePoint at;  // in face widths from the face's centre
    int cascade;
  };
  std::vector<Candidate> look(const cv::Mat& band, std::size_t cascade, Effort effort);
  // Nothing as soon as `least` votes are out of reach.
  std::optional<FoundEyes> find_at(const cv::Mat& patch, double tilt, int least, Effort effort);
  std::optional<FoundEyes> find_easy(const cv::Mat& patch);
  std::optional<FoundEyes> find_leaning(const cv::Mat& patch);
  std::optional<FoundEyes> find_anywhere(const cv::Mat& patch);
  static std::optional<FoundEyes> best_pair(const std::vector<Candidate>& candidates, double most_roll);

  std::array<cv::CascadeClassifier, 4> cascades_;
};

}  // namespace pehchan
