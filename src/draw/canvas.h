#pragma once
#include <string_view>

#include "draw/fonts.h"
#include "draw/handles.h"
#include "model/card_drawing.h"

namespace pehchan {

// On every canvas here 1 unit is 1 mm, y runs down, and the origin is the card's trimmed top left corner: the caller
// has scaled and moved the cairo_t. Each function leaves the cairo_t's state as it found it.

/// Cairo's errors are sticky and silent: call after creating, and before trusting what was drawn. Throws RunError
/// (try_again for a write that failed, such as on a full disk; internal else) saying `what` failed.
void check(cairo_t* cairo, std::string_view what);
void check(cairo_surface_t* surface, std::string_view what);

/// Each line at its baseline, as text that can be searched and copied.
void draw_text(cairo_t* cairo, const FontSet& fonts, const DrawnText& text);

/// Fills the box with the picture, keeping its proportions: what is over is cut off evenly on both sides; then cuts it
/// to its shape and draws the border inside. The JPEG goes into a PDF byte for byte and is never decoded; on a raster
/// surface its pixels are drawn.
void draw_portrait(cairo_t* cairo, const DrawnPortrait& portrait);

/// All that varies on one side.
void draw_card(cairo_t* cairo, const FontSet& fonts, const CardDrawing& card);

}  // namespace pehchan
