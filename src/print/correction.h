#pragma once
#include <cstddef>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <string>
#include <vector>

#include "print/sheet_design.h"

namespace pehchan {

/// Moves all that a page draws so that it comes out of `design.printer` where it should be. Nothing without one. `pdf`
/// holds the design's pages of each sheet.
void correct_pages(QPDF& pdf, const SheetDesign& design);

/// The same pages as they were before that, put behind the file's own bytes: what is proofed is what was drawn. Gives
/// the pages (from 0) that are not moved exactly as `design.printer` needs it, or draw anything that is not moved; the
/// bytes stay as they are then. Throws RunError (internal) naming `file` when it cannot be read.
std::vector<std::size_t> take_away_correction(std::string& bytes, const std::string& file, const SheetDesign& design);

/// From where a corrected page of this side draws a thing to where it was before: in points, y up; the identity without
/// a printer.
QPDFMatrix correction_undone(const SheetDesign& design, CardSide side);

}  // namespace pehchan
