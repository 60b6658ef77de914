#include "print/draw_marks.h"

#include <cmath>

namespace pehchan {
namespace {

void add_line(cairo_t* cairo, const Point& from, const Point& to) {
  cairo_move_to(cairo, from.x.value, from.y.value);
  cairo_line_to(cairo, to.x.value, to.y.value);
}

void add_registration(cairo_t* cairo, const Point& at) {
  add_line(cairo, {at.x - registration_reach, at.y}, {at.x + registration_reach, at.y});
  add_line(cairo, {at.x, at.y - registration_reach}, {at.x, at.y + registration_reach});
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, at.x.value, at.y.value, registration_circle.value, 0, 2 * M_PI);
}

void draw_colour_bar(cairo_t* cairo, const Rect& bar) {
  const Mm width = bar.width / static_cast<double>(bar_colours.size());
  for (std::size_t i = 0; i < bar_colours.size(); ++i) {
    cairo_set_source_rgb(cairo, bar_colours[i].r, bar_colours[i].g, bar_colours[i].b);
    cairo_rectangle(cairo, (bar.x + static_cast<double>(i) * width).value, bar.y.value, width.value, bar.height.value);
    cairo_fill(cairo);
  }
}

}  // namespace

void draw_marks(cairo_t* cairo, const ImposedSide& side) {
  cairo_set_source_rgb(cairo, 0, 0, 0);
  cairo_set_line_width(cairo, mark_width.value);
  for (const MarkLine& mark : side.crop_marks) add_line(cairo, mark.from, mark.to);
  for (const Point& mark : side.registration) add_registration(cairo, mark);
  cairo_stroke(cairo);
  if (side.colour_bar) draw_colour_bar(cairo, *side.colour_bar);
}

}  // namespace pehchan
