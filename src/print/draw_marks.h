#pragma once
#include <array>

#include "base/colour.h"
#include "base/length.h"
#include "draw/handles.h"
#include "model/imposition.h"

namespace pehchan {

inline constexpr Mm mark_width{0.1}, registration_circle{1.5};  ///< the circle's radius

/// Of the colour bar: what a printer mixes its colours from, two of them at a time, and greys.
inline constexpr std::array<Colour, 10> bar_colours{{{0, 1, 1},
                                                     {1, 0, 1},
                                                     {1, 1, 0},
                                                     {0, 0, 0},
                                                     {1, 0, 0},
                                                     {0, 1, 0},
                                                     {0, 0, 1},
                                                     {0.25, 0.25, 0.25},
                                                     {0.5, 0.5, 0.5},
                                                     {0.75, 0.75, 0.75}}};

/// Draws what a side of a sheet has in its margins that is the same on all sheets: crop marks, registration marks (in
/// black, a circle with a cross) and the colour bar. On a canvas as draw/canvas.h has it, from the paper's corner. A
/// press file has lay_press_marks instead.
void draw_marks(cairo_t* cairo, const ImposedSide& side);

}  // namespace pehchan
