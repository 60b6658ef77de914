#include "photo/exif.h"

#include "photo/tiff_tags.h"

namespace pehchan {

int exif_orientation(std::string_view tiff) {
  constexpr std::uint32_t orientation_tag = 0x0112;
  const auto value = tiff_tag(tiff, orientation_tag);
  return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
}

}  // namespace pehchan
