#pragma once
#include "model/imposition.h"
#include "model/sheet_format.h"

namespace pehchan {

/// Where cards and crop marks go on both sides of one sheet. Pure arithmetic. Slots run row by row from the top left of
/// the front. Turning over the long edge of an upright sheet mirrors the columns (x, y) → (W − x, y); over the short
/// edge it mirrors the rows and turns each back by 180°. Marks lie in the outer margins only, so that no mark is inside
/// a neighbour's bleed, and are the same on both sides. A slug line goes into the margin over the left column, else
/// under it, clear of every bleed and mark and inside what the printer reaches; else there is none.
Imposition impose(const SheetFormat& format);

}  // namespace pehchan
