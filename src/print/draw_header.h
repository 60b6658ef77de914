#pragma once
#include <string>

#include "draw/fonts.h"
#include "draw/handles.h"
#include "model/imposition.h"
#include "print/sheet_label.h"

namespace pehchan {

/// Draws a slip in its slot on a canvas of the paper (as draw/canvas.h has it), the way cards lie there: a thin frame
/// and its lines, made smaller where they are long. Throws RunError (internal) when one cannot be set even so.
void draw_header(cairo_t* cairo, const FontSet& fonts, const HeaderSlip& header, const Slot& slot);

}  // namespace pehchan
