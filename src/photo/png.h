#pragma once
#include <string_view>

#include "base/result.h"
#include "photo/fault.h"
#include "photo/raw_picture.h"

namespace pehchan {

/// A PNG of any colour type and depth through libpng, laid on white. Its checksums must be right and its last chunk
/// there: else damaged. Of an APNG the still picture. A cICP chunk beats iCCP (PNG third edition 4.3). Takes 3
/// bytes a px, with alpha 7.
Result<RawPicture, PhotoFault> decode_png(std::string_view bytes);

}  // namespace pehchan
