#pragma once
#include <string_view>

#include "base/result.h"
#include "photo/fault.h"
#include "photo/raw_picture.h"

namespace pehchan {

/// The first page of a TIFF through libtiff: 1 to 16 bit, grey, palette, RGB, CMYK, YCbCr, strips or tiles, laid on
/// white. CMYK with its own profile comes back converted by it, without by arithmetic. Faults: format, a kind of TIFF
/// that libtiff does not make into colours (32 bit floats, say); too_large, by `most_memory`: 7 bytes a px and its
/// largest strip or tile; damaged.
Result<RawPicture, PhotoFault> decode_tiff(std::string_view bytes);

}  // namespace pehchan
