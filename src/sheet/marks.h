#pragma once
#include <vector>

#include "model/imposition.h"
#include "model/sheet_format.h"

namespace pehchan {

/// Lines that point at every edge to cut along: in the outer margins, so that none lies in a neighbour's bleed; where
/// the format asks for it, also in the part of each gutter that is nobody's bleed, so that a strip that has been cut
/// off in the middle of a gutter still shows where to cut it; and where the sheet is folded, if it is.
std::vector<MarkLine> crop_marks(const SheetFormat& format, const std::vector<Slot>& slots);

/// One beyond the crop marks in the middle of each side; none where the format has none.
std::vector<Point> registration_marks(const SheetFormat& format, const std::vector<Slot>& slots);

/// The trims of all slots together.
Rect block_of(const std::vector<Slot>& slots);

}  // namespace pehchan
