#pragma once
#include <opencv2/core.hpp>
#include <vector>

namespace pehchan {

/// The middles of all rings with a dot in them (see model/calibration_target.h), px, to a fraction of one; a pixel's
/// middle is at whole numbers. `ring` is about how wide they are, px. `grey` is 8 bit.
std::vector<cv::Point2d> find_marks(const cv::Mat& grey, double ring);

}  // namespace pehchan
