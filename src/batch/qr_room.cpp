#include "batch/qr_room.h"

#include <cmath>

#include "card/place_qr.h"
#include "symbol/encode_qr.h"

namespace pehchan {

bool has_qr_room(const std::string& text, Mm side) {
  const auto symbol = encode_qr(text, {.side = side});
  return symbol && place_qr({{}, {}, side, side}, symbol->modules);
}

Mm qr_room_for(const std::string& text, Mm side) {
  Mm needed{std::ceil(side.value)};
  while (needed.value < most_qr_room.value && !has_qr_room(text, needed)) needed += 1_mm;
  return needed;
}

}  // namespace pehchan
