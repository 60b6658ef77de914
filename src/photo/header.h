#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace pehchan {

enum class PictureFormat { jpeg, png, webp, tiff, bmp };

/// What a picture file says of itself before anything is decoded.
struct PictureHeader {
  PictureFormat format = PictureFormat::jpeg;
  std::uint32_t width = 0, height = 0;  ///< px as stored, before any turn
  int orientation = 1;                  ///< EXIF, 1 to 8
  bool has_adobe_inks = false;          ///< JPEG with Adobe's APP14: its CMYK is stored inverted
};

/// The picture's format by its first bytes; nothing when it is none of the five.
std::optional<PictureFormat> picture_format(std::string_view bytes);

/// Size and orientation from the header, without decoding and without reading outside `bytes`; nothing when the format
/// is none of the five or the header is cut off or says nonsense (0 px).
std::optional<PictureHeader> read_header(std::string_view bytes);

}  // namespace pehchan
