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

/// Skin in shadow turns redder, never grey.
constexpr Colour shadow_of(Colour skin) { return {skin.r * 0.42, skin.g * 0.32, skin.b * 0.29}; }
constexpr Colour lit(Colour skin) { return mixed(skin, rgb(255, 236, 212), 0.5); }
/// Cloth and hair keep their hue in shadow.
constexpr Colour darker(Colour cloth, double share = 0.5) { return mixed(cloth, rgb(18, 16, 24), share); }
constexpr Colour lighter(Colour cloth, double share = 0.25) { return mixed(cloth, rgb(255, 250, 240), share); }

/// Runs `paint(side)` for the left half (side -1) and the right (1), x growing from the middle outwards in both.
template <class Paint>
void on_both_sides(cairo_t* cr, Paint paint) {
  for (const double side : {-1.0, 1.0}) {
    cairo_save(cr);
    cairo_scale(cr, side, 1);
    paint(side);
    cairo_restore(cr);
  }
}

void use(cairo_t* cr, Colour colour, double alpha = 1);

/// Light or shadow without an edge: an ellipse, fullest in its middle, gone before (rx, ry). `turn` in radians.
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
