#pragma once
#include "model/eyes.h"

namespace pehchan {

/// Where a portrait lies in its photo: a turned rectangle, px of the upright photo from its top left.
struct CropFrame {
  static constexpr double eye_line = 0.47;  ///< of the height, from the top (ISO/IEC 19794-5: 0.30 to 0.50)

  PicturePoint eyes;             ///< lands at half the width, on the eye line
  double width = 0, height = 0;  ///< before any scaling
  double roll_deg = 0;           ///< the photo leans so far clockwise, and is turned back
};

}  // namespace pehchan
