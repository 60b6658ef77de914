#pragma once
#include "base/geometry.h"
#include "print/sheet_design.h"

namespace pehchan {

/// What a page's TrimBox and BleedBox say, from the paper's top left corner: the card's own where the page is one card
/// and goes to a print shop or a card printer, else the whole sheet.
struct PageFrame {
  Rect trim, bleed;
};
PageFrame frame_of(const SheetDesign& design, CardSide side);

}  // namespace pehchan
