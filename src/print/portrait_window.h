#pragma once
#include <array>
#include <cstddef>

#include "model/card_template.h"
#include "model/portrait.h"

namespace pehchan {

/// Which cells of a luminance grid laid over a portrait's box show nothing but the portrait: not those that its shape
/// or its border hides, not even in part.
struct PortraitWindow {
  std::array<bool, std::tuple_size_v<decltype(LuminanceGrid::cells)>> shows{};

  explicit PortraitWindow(const PortraitElement& portrait);
  /// Mean difference of the cells that are shown, of 255; 255 when there are none.
  double difference(const LuminanceGrid& a, const LuminanceGrid& b) const;
};

}  // namespace pehchan
