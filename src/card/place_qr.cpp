#include "card/place_qr.h"

#include <algorithm>
#include <cmath>

#include "model/qr_symbol.h"

namespace pehchan {

std::optional<Rect> place_qr(const Rect& box, int modules) {
  const Mm side = std::min(box.width, box.height);
  const Mm room = side / (modules + 2 * QrSymbol::quiet_modules);
  const double dots = std::floor(room / printer_dot + 1e-6);
  if (dots < least_module_dots) return std::nullopt;
  const Mm drawn = printer_dot * dots * modules;
  const Point centre = box.centre();
  return Rect{centre.x - drawn / 2, centre.y - drawn / 2, drawn, drawn};
}

}  // namespace pehchan
