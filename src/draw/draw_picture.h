#pragma once
#include "draw/handles.h"
#include "model/card_drawing.h"

namespace pehchan {

/// On a canvas as draw/canvas.h has it: a logo or a signature, as large as its box allows, aligned in it. What is made
/// of the file is kept with `cairo`'s surface, so that a picture costs its reading once a surface, and a PDF its bytes
/// once a file. Throws RunError (bad_config), see PictureSurface.
void draw_picture(cairo_t* cairo, const DrawnPicture& picture);

}  // namespace pehchan
