#pragma once
#include <optional>

#include "base/geometry.h"
#include "model/barcode_symbol.h"

namespace pehchan {

/// Where a barcode's modules go in a box that has the quiet zone too: centred, a module the largest whole number of
/// printer dots (300 dpi) that the box's width allows, and two dots (0.169 mm) at least: one dot more or less of ink is
/// then half a module, which readers allow, and below 0.17 mm hand scanners begin to differ. Rows are whole dots too:
///   Code 128  one row as high as the box, which must be 5 mm, or 15 % of the bars' width where that is more, as
///             ISO/IEC 15417 asks for reading by hand
///   PDF417    from three modules (ISO/IEC 15438) to five
/// Nothing when the box is too small.
std::optional<Rect> place_barcode(const Rect& box, const BarcodeSymbol& symbol);

}  // namespace pehchan
