#pragma once
#include <opencv2/core/mat.hpp>
#include <string>

namespace pehchan {

/// What a format's decoder makes of a file.
struct RawPicture {
  cv::Mat bgr;           ///< 8 bit BGR as stored: not turned, colours not converted, what was transparent is white
  std::string icc = {};  ///< the embedded ICC profile's bytes; empty: none, or none that still applies
};

}  // namespace pehchan
