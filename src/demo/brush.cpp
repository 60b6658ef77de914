#include "demo/brush.h"

#include <array>
#include <cstddef>
#include <utility>

#include "draw/handles.h"

namespace pehchan {

void use(cairo_t* cr, Colour colour, double alpha) { cairo_set_source_rgba(cr, colour.r, colour.g, colour.b, alpha); }

void soft_spot(cairo_t* cr, Spot middle, double rx, double ry, Colour colour, double alpha, double turn) {
  constexpr double end = 0.88;
  // Nearly a Gaussian, which is how shadows fade on skin.
  constexpr std::array<std::pair<double, double>, 6> fading = {
      {{0, 1}, {0.2, 0.91}, {0.4, 0.66}, {0.6, 0.33}, {0.75, 0.1}, {end, 0}}};
  const PatternHandle pattern(cairo_pattern_create_radial(0, 0, 0, 0, 0, 1));
  for (const auto& [at, share] : fading) {
    cairo_pattern_add_color_stop_rgba(pattern.get(), at, colour.r, colour.g, colour.b, alpha * share);
  }
  cairo_save(cr);
  cairo_translate(cr, middle.x, middle.y);
  cairo_rotate(cr, turn);
  cairo_scale(cr, rx, ry);
  cairo_set_source(cr, pattern.get());
  cairo_rectangle(cr, -end, -end, 2 * end, 2 * end);
  cairo_fill(cr);
  cairo_restore(cr);
}

void curve_through(cairo_t* cr, const std::vector<Spot>& spots, bool closed) {
  const std::size_t n = spots.size();
  const auto at = [&](std::size_t i, int step) -> Spot {
    if (closed) return spots[(i + n + static_cast<std::size_t>(step + static_cast<int>(n))) % n];
    if (step < 0 && i == 0) return spots.front();
    const std::size_t j = step < 0 ? i - 1 : i + static_cast<std::size_t>(step);
    return j < n ? spots[j] : spots.back();
  };
  cairo_new_sub_path(cr);
  cairo_move_to(cr, spots[0].x, spots[0].y);
  for (std::size_t i = 0; i + (closed ? 0 : 1) < n; ++i) {
    const Spot before = at(i, -1), from = spots[i], to = at(i, 1), after = at(i, 2);
    cairo_curve_to(cr, from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6, to.x - (after.x - from.x) / 6,
                   to.y - (after.y - from.y) / 6, to.x, to.y);
  }
  if (closed) cairo_close_path(cr);
}

void mirrored_outline(cairo_t* cr, const std::vector<Spot>& right_half) {
  std::vector<Spot> whole = right_half;
  for (auto spot = right_half.rbegin(); spot != right_half.rend(); ++spot) {
    if (spot->x != 0) whole.push_back({-spot->x, spot->y});
  }
  curve_through(cr, whole, true);
}

void fill_graded(cairo_t* cr, Spot from, Colour at_from, Spot to, Colour at_to) {
  const PatternHandle pattern(cairo_pattern_create_linear(from.x, from.y, to.x, to.y));
  cairo_pattern_add_color_stop_rgb(pattern.get(), 0, at_from.r, at_from.g, at_from.b);
  cairo_pattern_add_color_stop_rgb(pattern.get(), 1, at_to.r, at_to.g, at_to.b);
  cairo_set_source(cr, pattern.get());
  cairo_fill(cr);
}

void stroke_round(cairo_t* cr, double width, Colour colour, double alpha) {
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width(cr, width);
  use(cr, colour, alpha);
  cairo_stroke(cr);
}

}  // namespace pehchan
