#pragma once
#include <optional>
#include <vector>

#include "model/imposition.h"
#include "model/sheet_format.h"

namespace pehchan {

// Rooms in the margin around these cards, clear of bleeds and marks and inside what the printer reaches; nothing where
// there is no such room. Cards that are turned over in place lie in a tray: there is no paper beside them.

/// For a line over the left column, between its crop marks; under it where there is no room above.
std::optional<Rect> slug_room(const SheetFormat& format, const std::vector<Slot>& slots);

/// For a barcode over the right column of several, else under it; only where the format asks for one.
std::optional<Rect> sheet_code_room(const SheetFormat& format, const std::vector<Slot>& slots);

/// For patches of colour under the left columns, beyond the crop marks; only where the format asks for it.
std::optional<Rect> colour_bar_room(const SheetFormat& format, const std::vector<Slot>& slots);

}  // namespace pehchan
