#include "draw/exif_turn.h"

#include <algorithm>
#include <cstddef>

namespace pehchan {
namespace {
using namespace std::string_view_literals;

constexpr std::size_t orientation_tag = 0x0112, type_short = 3, upright = 1, last_orientation = 8;
constexpr std::size_t most_entries = 512;  // a real IFD0 has some dozens

/// 0 beyond the end: no tag, no length, no orientation.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width, bool is_little = false) {
  if (at > bytes.size() || bytes.size() - at < width) return 0;
  std::size_t number = 0;
  for (std::size_t i = 0; i < width; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + (is_little ? width - 1 - i : i)]);
  return number;
}

/// What stands behind "Exif" in its segment: a TIFF structure.
std::string_view exif_of(std::string_view jpeg) {
  constexpr std::size_t start_of_scan = 0xDA, app1 = 0xE1;
  for (std::size_t at = 2; number_at(jpeg, at, 1) == 0xFF;) {
    const std::size_t marker = number_at(jpeg, at + 1, 1), length = number_at(jpeg, at + 2, 2);
    if (marker == start_of_scan || length < 2 || at + 4 > jpeg.size()) return {};
    const auto body = jpeg.substr(at + 4, length - 2);
    if (marker == app1 && body.starts_with("Exif\0\0"sv)) return body.substr(6);
    at += 2 + length;
  }
  return {};
}

}  // namespace

bool asks_for_a_turn(std::string_view jpeg) {
  const std::string_view tiff = exif_of(jpeg);
  const bool is_little = tiff.starts_with("II");
  const std::size_t directory = number_at(tiff, 4, 4, is_little);
  const std::size_t entries = std::min(number_at(tiff, directory, 2, is_little), most_entries);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t at = directory + 2 + 12 * i;
    if (number_at(tiff, at, 2, is_little) != orientation_tag) continue;
    const std::size_t value = number_at(tiff, at + 8, 2, is_little);
    return number_at(tiff, at + 2, 2, is_little) == type_short && value > upright && value <= last_orientation;
  }
  return false;
}

}  // namespace pehchan
