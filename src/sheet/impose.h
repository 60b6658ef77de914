#pragma once
#include <optional>

#include "model/imposition.h"
#include "model/sheet_format.h"

namespace pehchan {

/// How a card lies in the format's slots: as it is, or a card as wide as a slot is high turned by a quarter; nothing
/// when it fits neither way within 0.01 mm.
std::optional<Turn> turn_to_fit(const SheetFormat& format, const Size& card);

/// Where cards and marks go on both sides of one sheet whose fronts lie turned so. Pure arithmetic. Slots run row by
/// row from the top left of the front, or as the format's places do. Turning over an upright edge mirrors the columns
/// (x, y) → (W − x, y), over a lying one the rows. Each back is turned so that its top edge lies behind the top edge of
/// its front: a card flipped about its own upright axis is upright on both sides, however it lay. A card that is turned
/// over in place has its back where its front was. Both sides up: the fronts are the left half, the backs the right
/// half, mirrored, as if the sheet were folded down the middle; what is in the margins is then the front's alone.
/// Marks are the same on both sides and lie in no card's bleed; a slug line goes into the margin over the left column,
/// else under it, clear of every bleed and mark and inside what the printer reaches; else there is none.
Imposition impose(const SheetFormat& format, Turn fronts = Turn::none);

}  // namespace pehchan
