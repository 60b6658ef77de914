#pragma once
#include <opencv2/core/mat.hpp>

namespace pehchan {

/// The crop that is judged: head 0.72 of the height, 25 × 32, whatever the template's portrait looks like, because the
/// limits were measured on it.
inline const cv::Size judged_size(295, 378);
constexpr double judged_head = 0.72;

/// What the standard crop says of light and focus. Luminances are as stored (gamma kept).
struct Quality {
  double luminance = 0;   ///< mean of the face, 0 black to 1 white
  double shadow = 0;      ///< share of the face at 25 or less of 255
  double glare = 0;       ///< share of the face at 247 or more
  double contrast = 0;    ///< from the 3rd to the 97th percentile of the whole crop, 0 to 255
  double even_light = 0;  ///< overlap of the cheeks' histograms, 0 to 1
  double sharpness = 0;  ///< √variance of the Laplacian over the contrast, in the eye band after a Gaussian of 0.8 px
};

/// `crop`: 8 bit sRGB as BGR, the standard frame, of any size; brought to judged_size.
Quality judge(const cv::Mat& crop);

}  // namespace pehchan
