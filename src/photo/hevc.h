#pragma once
#include <cstdint>

#include "base/result.h"
#include "photo/fault.h"
#include "photo/heif_items.h"

namespace pehchan {

/// What decoding a HEIC's primary picture takes: its parts, each as often as used, and its alpha.
struct HevcCost {
  std::uint64_t pixels = 0;   ///< px of all coded pictures, as their sequence parameter sets say (ITU-T H.265 7.3.2.2)
  std::uint64_t largest = 0;  ///< px of the largest coded picture
  std::uint64_t bytes = 0;    ///< that hold them
  std::uint32_t visits = 0;   ///< items met on the way
};

/// What is to be decoded for the primary picture. Faults: format when it is made from anything but HEVC pictures (kinds
/// hvc1, hev1, grid, iden); damaged when a part is missing, a grid says another size than its item, an item is not
/// exactly one picture of the size that it says (libde265 believes the bitstream, not the file, and would keep every
/// picture that it finds), or holds bytes that HEVC never has; too_large beyond 200 million px, 100 MB or 4096 items in
/// all, each counted as often as it is used.
Result<HevcCost, PhotoFault> hevc_cost(const HeifItems& file);

}  // namespace pehchan
