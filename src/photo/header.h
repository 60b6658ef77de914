#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace pehchan {

enum class PictureFormat { jpeg, png, webp, tiff, bmp, heic };

/// What a picture file says of itself before anything is decoded.
struct PictureHeader {
  PictureFormat format = PictureFormat::jpeg;
  std::uint32_t width = 0, height = 0;  ///< px as stored, before any turn
  int orientation = 1;                  ///< EXIF, 1 to 8; 1 for a HEIC, whose own turns its decoder makes
  bool has_adobe_inks = false;          ///< JPEG with Adobe's APP14: its CMYK is stored inverted
  /// JPEG: of a kind that libjpeg-turbo decodes, 8 bit with a DCT, Huffman or arithmetic coding.
  bool is_decodable = true;
  /// JPEG: bytes a px that its coefficients take while all scans are gathered; 0 when one scan has them all.
  double gathered = 0;
  bool has_inks = false;  ///< JPEG of four components
};

/// The picture's format by its first bytes; nothing when it is none of the six.
std::optional<PictureFormat> picture_format(std::string_view bytes);

/// Size and orientation from the header, without decoding and without reading outside `bytes`; nothing when the format
/// is none of the six or the header is cut off or says nonsense (0 px).
std::optional<PictureHeader> read_header(std::string_view bytes);

}  // namespace pehchan
