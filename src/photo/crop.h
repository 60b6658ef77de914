#pragma once
#include <opencv2/core/mat.hpp>

#include "photo/eyes.h"

namespace pehchan {

struct CroppedPortrait {
  cv::Mat pixels;       ///< 8 bit BGR
  double invented = 0;  ///< share of the crop that lies outside the picture and repeats its border
};

/// The portrait of 25 × 32 about `eyes` (px of `picture`, 8 bit BGR), turned so that the eye line is level, eye
/// midpoint at half the width and 47 % from the top, width 3.88 times the inter-eye distance (ISO/IEC 19794-5: head
/// 0.60 to 0.90 of the height; here about 0.72). At most `width` × `height` px, and never more than the picture has
/// there.
CroppedPortrait crop_portrait(const cv::Mat& picture, const Eyes& eyes, int width, int height);

}  // namespace pehchan
