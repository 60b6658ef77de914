#pragma once
#include <string>

#include "model/rgb_picture.h"

namespace pehchan {

/// The picture as a PNG file (ISO/IEC 15948): 8 bits each of red, green and blue, marked as sRGB and with its dots to
/// the inch. Made for speed: see docs/performance.md.
std::string png_of(const RgbPicture& picture, double dpi);

}  // namespace pehchan
