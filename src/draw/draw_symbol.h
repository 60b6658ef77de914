#pragma once
#include "draw/handles.h"
#include "model/card_drawing.h"

namespace pehchan {

// On a canvas as draw/canvas.h has it. Pure black modules on a white box that has the quiet zone around it: one mask of
// a bit a module, which costs a PDF a kilobyte where rectangles would cost fifteen.

void draw_qr(cairo_t* cairo, const DrawnQr& qr);
void draw_barcode(cairo_t* cairo, const DrawnBarcode& barcode);

}  // namespace pehchan
