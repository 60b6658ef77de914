#include "card/place_barcode.h"

#include <algorithm>
#include <cmath>

#include "card/place_qr.h"

namespace pehchan {
namespace {

constexpr double least_dots = 2, least_row = 3, most_row = 5;  // the rows' in modules
constexpr Mm least_height{5};
constexpr double least_share = 0.15;  // height of width

double whole_dots(Mm room) { return std::floor(room / printer_dot + 1e-6); }

Rect in_the_middle(const Rect& box, double wide, double high) {
  const Mm width = printer_dot * wide, height = printer_dot * high;
  const Point centre = box.centre();
  return {centre.x - width / 2, centre.y - height / 2, width, height};
}

/// Modules of so many dots; nothing when the rows do not fit under each other.
std::optional<Rect> place_stack(const Rect& box, const BarcodeSymbol& symbol, double dots) {
  const Mm quiet = printer_dot * dots * quiet_rows(symbol.kind);
  const double row = std::min(whole_dots((box.height - quiet * 2) / symbol.rows), dots * most_row);
  if (row < dots * least_row) return std::nullopt;
  return in_the_middle(box, dots * symbol.columns, row * symbol.rows);
}

}  // namespace

std::optional<Rect> place_barcode(const Rect& box, const BarcodeSymbol& symbol) {
  double dots = whole_dots(box.width / (symbol.columns + 2 * quiet_columns(symbol.kind)));
  if (dots < least_dots) return std::nullopt;
  if (symbol.kind == BarcodeKind::pdf417) {
    for (; dots >= least_dots; --dots)
      if (const auto place = place_stack(box, symbol, dots)) return place;
    return std::nullopt;
  }
  const double height = whole_dots(box.height);
  // Wide bars are taken back to what their height allows.
  for (; dots >= least_dots; --dots) {
    const Rect place = in_the_middle(box, dots * symbol.columns, height);
    if (place.height >= std::max(least_height, place.width * least_share)) return place;
  }
  return std::nullopt;
}

}  // namespace pehchan
