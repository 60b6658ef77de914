#pragma once
#include "draw/handles.h"

namespace pehchan {

/// Draws the layout's one line, its baseline starting at the current point, in the current colour. In a PDF all but
/// plain Latin of one font is told as a whole: told letter by letter, a reader takes the gap that a mark leaves before
/// the next letter for a space ("दे वी"), or what is in another font for another line, and the name is not found.
void show_line(cairo_t* cairo, PangoLayout* layout);

}  // namespace pehchan
