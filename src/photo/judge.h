#pragma once
#include <opencv2/core/mat.hpp>

namespace pehchan {

/// What is measured on a finished crop, brought to 295 × 378 px.
struct Quality {
  double luminance = 0;  ///< mean of the face, 0 black to 1 white, as stored (gamma kept)
  double black = 0;      ///< share of the face at 25 or less of 255
  double sharpness = 0;  ///< √variance of the Laplacian over the contrast, in the eye band

  /// The face cannot be recognised: luminance under 0.20, or over half of it black.
  bool is_too_dark() const { return luminance < 0.20 || black > 0.5; }
  /// Sharpness under 0.06.
  bool is_blurred() const { return sharpness < 0.06; }
};

/// `crop`: 8 bit BGR, as crop_portrait makes it.
Quality judge(const cv::Mat& crop);

}  // namespace pehchan
