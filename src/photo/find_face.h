#pragma once
#include <filesystem>
#include <memory>
#include <opencv2/core/mat.hpp>
#include <vector>

#include "photo/find_eyes.h"
#include "photo/haar_faces.h"
#include "photo/hog.h"
#include "photo/yunet.h"

namespace pehchan {

/// Who is in a picture.
struct FoundFace {
  enum class Kind { none, one, many, unclear } kind = Kind::none;
  int quarter_turns = 0;        ///< clockwise, to be made before box and eyes fit
  FaceBox box;                  ///< px of the turned picture; not for `none`
  FoundEyes found;              ///< as box; only for `one`
  double framing_distance = 0;  ///< px, only for `one`: what to frame by in place of the eyes' distance, which shrinks
                                ///< as a head turns: half from the eyes, half from the box
};

/// Finds the one face of a portrait, the cheap way first: a certain face costs one HOG pass over 400 px and the quick
/// eye cascades. Only doubtful photos pay for more pixels, quarter turns, other detectors and a search for further
/// faces, or for the user's model. Never guesses: with too few eye votes it is `unclear`. Not shared between threads.
class FaceFinder {
 public:
  /// `model`: an ONNX file of YuNet, which then judges the doubtful photos in place of the dearer passes; empty: none.
  /// Throws RunError (bad_config) when opencv-data is absent or the model is no such file.
  explicit FaceFinder(const std::filesystem::path& model);
  FaceFinder() : FaceFinder(std::filesystem::path()) {}

  /// `bgr`: 8 bit, upright as far as known, at any size. The same picture, the same answer.
  FoundFace find(const cv::Mat& bgr);

 private:
  struct Best {
    FaceBox box;  // score under -1: none
    int quarter_turns = 0;
    std::vector<FaceBox> others;
    FoundEyes found;
    double seen_at = 1;        // px of the pass that found it to a px of the picture
    bool is_doubtful = false;  // the score of the pass itself was low
    bool is_by_model = false;
  };
  std::vector<FaceBox> detect(const cv::Mat& picture, int long_side);
  Best look(const cv::Mat& picture, int quarter_turns, int long_side);
  FaceBox rescored(const cv::Mat& picture, FaceBox face);
  Best look_closer(const cv::Mat& picture, Best best);
  Best look_harder(const cv::Mat& picture);
  Best look_with_model(const cv::Mat& bgr, int quarter_turns);
  Best ask_model(const cv::Mat& bgr, const Best& first);
  bool sees_others(const cv::Mat& picture, const Best& best);
  static FoundFace judged(const Best& best, bool has_others);

  HogDetector hog_;
  EyeFinder eyes_;
  HaarFaces haar_;
  std::unique_ptr<YuNet> model_;
};

}  // namespace pehchan
