#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace pehchan {

struct PictureSize {
  std::size_t width = 0, height = 0;  ///< px
};

/// All pictures of one side's artwork together: a 31 kB PNG can take 1.6 GB when it is unpacked.
inline constexpr std::size_t most_pixels = 50'000'000;

/// What a PNG or JPEG says of its size before anything is unpacked; nothing when the header is neither's or cut off.
/// `bytes` may be the picture's beginning only.
std::optional<PictureSize> picture_size(std::string_view bytes);

}  // namespace pehchan
