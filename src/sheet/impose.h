#pragma once
#include "model/imposition.h"
#include "model/sheet_format.h"

namespace pehchan {

/// Where cards and crop marks go on both sides of one sheet. Pure arithmetic. Slots run row by row from the top left of
/// the front. Turning over the long edge of an upright sheet mirrors the columns (x, y) → (W − x, y); over the short
/// edge it mirrors the rows and turns each back by 180°. Marks lie in the outer margins only, so that no mark is inside
/// a neighbour's bleed, and are the same on both sides.
Imposition impose(const SheetFormat& format);

}  // namespace pehchan
