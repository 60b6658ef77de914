#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "photo/heif_items.h"

namespace pehchan {

/// Bytes and px that decoding a HEIC's primary picture takes: its parts, each as often as used, and its alpha.
struct HevcCost {
  std::uint64_t pixels = 0;   ///< of all coded pictures, as their sequence parameter sets say (ITU-T H.265 7.3.2.2)
  std::uint64_t largest = 0;  ///< of the largest coded picture
};

/// What is to be decoded for the primary picture; nothing when it is made from anything but whole HEVC pictures, one
/// each item (kinds hvc1, hev1, grid, iden), when a part is missing, or when a coded picture is of another size than
/// its item says: libde265 believes the bitstream, not the file.
std::optional<HevcCost> hevc_cost(const HeifItems& file);

}  // namespace pehchan
