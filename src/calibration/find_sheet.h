#pragma once
#include <array>
#include <opencv2/core.hpp>

namespace pehchan {

/// A sheet of paper in a picture.
struct FoundSheet {
  std::array<cv::Point2d, 4> corners;  ///< px, clockwise; a pixel's middle is at whole numbers
  bool has_ground = true;              ///< false: no darker ground is seen, the picture's own edges are the sheet's
};

/// The sheet's corners to a fraction of a pixel: where straight lines along its four edges meet. `grey` is 8 bit.
/// Throws RunError (bad_input) when a part of the sheet is out of the picture, or its edges cannot be seen.
FoundSheet find_sheet(const cv::Mat& grey);

}  // namespace pehchan
