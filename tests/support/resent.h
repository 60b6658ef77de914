#pragma once
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

#include "photo/decode.h"
#include "photo/jpeg.h"

namespace pehchan {

/// What a messenger makes of a photo.
struct Resending {
  int quality = 70;
  double scale = 1;
  double brightness = 1;
  double cut = 0;  ///< of the width from the left and of the height from the top
};

/// The picture of a photo's bytes, upright, as other bytes.
inline std::string resent(const std::string& photo, const Resending& how) {
  cv::Mat picture = decode_photo(photo, 0).value().pixels;
  const int x = static_cast<int>(picture.cols * how.cut), y = static_cast<int>(picture.rows * how.cut);
  picture = picture(cv::Rect(x, y, picture.cols - x, picture.rows - y)).clone();
  if (how.scale < 1) cv::resize(picture, picture, {}, how.scale, how.scale, cv::INTER_AREA);
  picture.convertTo(picture, -1, how.brightness);
  return encode_jpeg(picture, how.quality);
}

}  // namespace pehchan
