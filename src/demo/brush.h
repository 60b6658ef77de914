#pragma once
#include <cairo.h>

#include <vector>

#include "base/colour.h"

namespace pehchan {

/// A place on a drawing, in whatever units the drawing is in.
struct Spot {
  double x = 0, y = 0;
};

constexpr Colour mixed(Colour a, Colour b, double share_of_b) {
  return {a.r + (b.r - a.r) * share_of_b, a.g + (b.g - a.g) * share_of_b, a.b + (b.b - a.b) * share_of_b};
}
constexpr Colour rgb(int r, int g, int b) { return {r / 255.0, g / 255.0, b / 255.0}; }

void use(cairo_t* cr, Colour colour, double alpha = 1);

/// Light or shadow without an edge: an ellipse, fullest in its middle, gone at (rx, ry). `turn` in radians.
void soft_spot(cairo_t* cr, Spot middle, double rx, double ry, Colour colour, double alpha, double turn = 0);

/// Adds a smooth line through all the spots to the path (Catmull-Rom), closed or open.
void curve_through(cairo_t* cr, const std::vector<Spot>& spots, bool closed);

/// The same as a closed outline, from its right half given top to bottom.
void mirrored_outline(cairo_t* cr, const std::vector<Spot>& right_half);

/// Fills the path with a colour that goes from `from` to `to`.
void fill_graded(cairo_t* cr, Spot from, Colour at_from, Spot to, Colour at_to);

/// Strokes the path with round ends.
void stroke_round(cairo_t* cr, double width, Colour colour, double alpha = 1);

}  // namespace pehchan
