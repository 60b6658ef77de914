#pragma once
#include "draw/handles.h"
#include "model/card_drawing.h"
#include "model/outline.h"

namespace pehchan {

// On a canvas as draw/canvas.h has it.

/// Adds the outline to the path.
void trace(cairo_t* cairo, const Outline& outline);
/// Fills what lies between the outline and one nearer to the middle by `width`.
void draw_border(cairo_t* cairo, const Outline& outline, Mm width, const Colour& colour);

void draw_rectangle(cairo_t* cairo, const DrawnRectangle& rectangle);
void draw_line(cairo_t* cairo, const DrawnLine& line);

}  // namespace pehchan
