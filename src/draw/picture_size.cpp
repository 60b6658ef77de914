#include "draw/picture_size.h"

namespace pehchan {
namespace {

/// Big-endian, as both formats have it; `at` is within `bytes`.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  std::size_t number = 0;
  for (const char c : bytes.substr(at, length)) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

std::optional<PictureSize> png_size(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return PictureSize{number_at(bytes, 16, 4), number_at(bytes, 20, 4)};
}

/// A frame header (ITU-T T.81, B.2.2): all SOFn but the markers between that mean something else.
bool is_frame(std::size_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureSize> jpeg_size(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 <= bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
    const std::size_t marker = number_at(bytes, at + 1, 1);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    if (is_frame(marker)) return PictureSize{number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2)};
    const std::size_t length = number_at(bytes, at + 2, 2);
    if (length < 2) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PictureSize> picture_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return png_size(bytes);
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  return std::nullopt;
}

}  // namespace pehchan
