#pragma once
#include <string_view>

#include "base/result.h"
#include "photo/fault.h"
#include "photo/raw_picture.h"

namespace pehchan {

/// A BMP of 1 to 32 bit through OpenCV, laid on white; an alpha channel that is 0 all over was never filled in and does
/// not count. Faults: format, packed in any way (RLE, which no camera writes; JPEG; PNG); damaged, cut off or with a
/// header that contradicts itself. A BMP has no checksum: a changed pixel passes.
Result<RawPicture, PhotoFault> decode_bmp(std::string_view bytes);

}  // namespace pehchan
