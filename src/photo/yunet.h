#pragma once
#include <filesystem>
#include <memory>
#include <opencv2/core/mat.hpp>
#include <vector>

#include "model/eyes.h"
#include "model/portrait.h"

namespace pehchan {

/// A face as a YuNet model sees it, px of the picture.
struct ModelFace {
  FaceBox box;  ///< the face from brow to chin; score 0 to 1
  Eyes eyes;
  PicturePoint nose;

  /// Both eyes are seen from the front: their distance fits the box, and the nose is between them. Not so in a profile.
  bool is_frontal() const;
};

/// YuNet, a small face detector whose ONNX file the user brings; it is never shipped. Both kinds are understood:
/// 2022mar (outputs loc, conf and iou) and 2023mar (cls, obj, bbox and kps at strides 8, 16 and 32). Not shared between
/// threads.
class YuNet {
 public:
  /// Reads the file and tries it on an empty picture. Throws RunError (bad_config), naming it, when it is not there,
  /// not ONNX, or not a face model of these kinds.
  explicit YuNet(const std::filesystem::path& model);
  ~YuNet();

  /// Faces in an 8 bit BGR picture that score 0.6 and more, best first, from its long side of at most 640 px. 22 ms at
  /// 480×640 (design, section 9).
  std::vector<ModelFace> detect(const cv::Mat& bgr);

 private:
  struct Net;
  std::unique_ptr<Net> net_;
};

}  // namespace pehchan
