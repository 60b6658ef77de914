#include "draw/draw_shape.h"

#include <algorithm>
#include <numbers>

namespace pehchan {
namespace {

void set_colour(cairo_t* cairo, const Colour& colour) { cairo_set_source_rgb(cairo, colour.r, colour.g, colour.b); }

}  // namespace

void trace(cairo_t* cairo, const Outline& outline) {
  const Rect& box = outline.box;
  const double r = std::min({outline.radius.value, box.width.value / 2, box.height.value / 2});
  const double left = box.x.value, top = box.y.value, right = box.right().value, bottom = box.bottom().value;
  if (r <= 0) return cairo_rectangle(cairo, left, top, box.width.value, box.height.value);
  constexpr double quarter = std::numbers::pi / 2;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, right - r, top + r, r, -quarter, 0);
  cairo_arc(cairo, right - r, bottom - r, r, 0, quarter);
  cairo_arc(cairo, left + r, bottom - r, r, quarter, 2 * quarter);
  cairo_arc(cairo, left + r, top + r, r, 2 * quarter, 3 * quarter);
  cairo_close_path(cairo);
}

void draw_border(cairo_t* cairo, const Outline& outline, Mm width, const Colour& colour) {
  if (width <= Mm{}) return;
  cairo_save(cairo);
  cairo_new_path(cairo);
  trace(cairo, outline);
  trace(cairo, within(outline, width));
  cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
  set_colour(cairo, colour);
  cairo_fill(cairo);
  cairo_restore(cairo);
}

void draw_rectangle(cairo_t* cairo, const DrawnRectangle& drawn) {
  const Outline edge{drawn.box, drawn.radius};
  if (drawn.fill) {
    cairo_save(cairo);
    cairo_new_path(cairo);
    // Ends beneath the border: at the edge its colour would shine through as a hairline.
    trace(cairo, within(edge, drawn.border / 2));
    set_colour(cairo, *drawn.fill);
    cairo_fill(cairo);
    cairo_restore(cairo);
  }
  draw_border(cairo, edge, drawn.border, drawn.border_colour);
}

void draw_line(cairo_t* cairo, const DrawnLine& drawn) {
  cairo_save(cairo);
  cairo_new_path(cairo);
  cairo_move_to(cairo, drawn.from.x.value, drawn.from.y.value);
  cairo_line_to(cairo, drawn.to.x.value, drawn.to.y.value);
  cairo_set_line_width(cairo, drawn.width.value);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
  set_colour(cairo, drawn.colour);
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

}  // namespace pehchan
