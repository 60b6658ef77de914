#pragma once
#include <string_view>

namespace pehchan {

/// The orientation of EXIF (CIPA DC-008 tag 0x0112, 1 to 8) in a TIFF structure: an APP1 or eXIf payload without its
/// "Exif" prefix, or a TIFF file. 1, "as it is", when it is absent or malformed. Reads only IFD0 and never outside
/// `tiff`.
int exif_orientation(std::string_view tiff);

}  // namespace pehchan
