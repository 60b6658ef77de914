#pragma once
#include <opencv2/core/mat.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "photo/fault.h"

namespace pehchan {

/// A decoded photo, turned upright as its EXIF says.
struct Picture {
  cv::Mat pixels;        ///< 8 bit BGR
  int reduced = 1;       ///< source px to a px of `pixels`, along each axis
  std::string icc = {};  ///< the ICC profile of its colours, for to_srgb(); empty: sRGB

  int source_width() const { return pixels.cols * reduced; }
  int source_height() const { return pixels.rows * reduced; }
};

/// Decodes a JPEG, PNG, WebP, TIFF, BMP or HEIC. Its header is read first: over `most_pixels` or `most_memory`
/// (limits.h) is too_large, a side under 100 px too_small, and nothing is decoded then. A JPEG that gathers its
/// coefficients (a progressive one) takes 2 bytes for each, and at most 2·10⁹ px in all its scans. A JPEG is decoded at
/// 1/2, 1/4 or 1/8 when its short side still has `short_side` px (0: at full size). 16 bit become 8; what is
/// transparent shows white. Faults: those, format, damaged (never an exception of a library).
Result<Picture, PhotoFault> decode_photo(std::string_view bytes, int short_side);

/// A small version of any picture that can be decoded at all, however damaged or tiny; empty when there is none.
cv::Mat decode_roughly(std::string_view bytes);

/// Turned by an EXIF orientation, 1 to 8; in place where that is possible: hand over a picture of your own.
cv::Mat turned_upright(cv::Mat picture, int orientation);

}  // namespace pehchan
