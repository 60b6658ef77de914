#pragma once
#include <string_view>

#include "base/result.h"
#include "model/grey_picture.h"
#include "photo/fault.h"

namespace pehchan {

/// A photo or scan in grey, upright as its EXIF says and at its full size, with the limits and faults of decode_photo.
Result<GreyPicture, PhotoFault> grey_picture(std::string_view bytes);

}  // namespace pehchan
