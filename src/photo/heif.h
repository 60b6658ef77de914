#pragma once
#include <string_view>

#include "base/result.h"
#include "photo/fault.h"
#include "photo/raw_picture.h"

namespace pehchan {

/// The primary picture of a HEIC through libheif and libde265, laid on white. Unlike the others it is turned already
/// (irot and imir; EXIF's orientation only repeats them) and cut (clap). Its profile is the embedded one or that of its
/// nclx code points. Any complaint of the decoder is damaged. Faults: format (not HEVC), too_large, damaged.
Result<RawPicture, PhotoFault> decode_heif(std::string_view bytes);

}  // namespace pehchan
