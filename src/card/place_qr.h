#pragma once
#include <optional>

#include "base/geometry.h"

namespace pehchan {

/// One dot of a 300 dpi card printer.
inline constexpr Mm printer_dot{25.4 / 300};
/// The smallest module that phones read off a worn card: 4 dots, 0.34 mm.
inline constexpr int least_module_dots = 4;

/// Where a symbol's dark modules go in a box that has the quiet zone too: centred, each module the largest whole number
/// of dots that the box allows. Nothing when that is under least_module_dots.
std::optional<Rect> place_qr(const Rect& box, int modules);

}  // namespace pehchan
