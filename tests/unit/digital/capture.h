#pragma once
#include <opencv2/core/mat.hpp>
#include <string>

#include "model/rgb_picture.h"

namespace pehchan {

/// How a phone's camera sees a card on a table.
struct Capture {
  double px_a_module = 4;  ///< of the QR code, as it comes out
  double blur = 0.5;       ///< Gaussian, px
  double tilt = 0;         ///< the far edge is shorter by this share
  double turn = 0;         ///< degrees
  double noise = 4;        ///< standard deviation, of 255
  double light = 1;        ///< at the dark corner, of the light one's
  double glare = 0;        ///< a lamp's reflection: how much of white it adds at its middle
  int jpeg = 80;           ///< quality
};

/// One of twelve, from 2.5 to 6 px a module; `card` makes them differ from card to card, always the same ones.
Capture capture_of(int card, int which);
inline constexpr int captures_a_card = 12;

/// `px_a_module`: of the picture. In grey, as a reader gets it.
cv::Mat captured(const RgbPicture& card, double px_a_module, const Capture& how, unsigned seed);

/// What zxing finds anywhere in it; empty: nothing.
std::string read_anywhere(const cv::Mat& grey);

}  // namespace pehchan
