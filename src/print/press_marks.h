#pragma once
#include <qpdf/QPDF.hh>

#include "print/sheet_design.h"

namespace pehchan {

/// Lays on each page of a press file what draw_marks draws in others, in inks: crop and registration marks in all that
/// the press has (/Separation /All), so that each plate can be laid upon the others; the colour bar in inks by
/// themselves, their overprints, and tints of black. Stored once a side.
void lay_press_marks(QPDF& pdf, const SheetDesign& design);

}  // namespace pehchan
