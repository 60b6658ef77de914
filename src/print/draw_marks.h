#pragma once
#include "draw/handles.h"
#include "model/imposition.h"

namespace pehchan {

/// Draws what a side of a sheet has in its margins that is the same on all sheets: crop marks, registration marks (in
/// black, a circle with a cross) and the colour bar. On a canvas as draw/canvas.h has it, from the paper's corner.
void draw_marks(cairo_t* cairo, const ImposedSide& side);

}  // namespace pehchan
