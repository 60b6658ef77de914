#pragma once
#include <string_view>

#include "base/result.h"
#include "photo/fault.h"
#include "photo/raw_picture.h"

namespace pehchan {

/// A WebP, lossy or not, laid on white; of an animation the first frame. Damaged when libwebp cannot decode all of it:
/// VP8 has no checksum, so that a changed byte may pass.
Result<RawPicture, PhotoFault> decode_webp(std::string_view bytes);

}  // namespace pehchan
