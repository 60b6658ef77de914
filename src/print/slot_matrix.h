#pragma once
#include <array>

#include "model/imposition.h"

namespace pehchan {

/// What takes a place on the card (mm from its trimmed top left corner) to the paper (mm from its top left corner): a b
/// c d e f, x' = a x + c y + e and y' = b x + d y + f, the order of PDF and Cairo.
constexpr std::array<double, 6> slot_matrix(const Slot& slot) {
  const Rect& trim = slot.trim;
  switch (slot.turn) {
    case Turn::quarter:
      return {0, 1, -1, 0, trim.right().value, trim.y.value};
    case Turn::half:
      return {-1, 0, 0, -1, trim.right().value, trim.bottom().value};
    case Turn::three_quarters:
      return {0, -1, 1, 0, trim.x.value, trim.bottom().value};
    case Turn::none:
      break;
  }
  return {1, 0, 0, 1, trim.x.value, trim.y.value};
}

}  // namespace pehchan
