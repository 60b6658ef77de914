#include <vector>

#include "demo/brush.h"
#include "demo/portrait.h"

namespace pehchan {
namespace {

void outline_beard(cairo_t* cr, const Look& look, double below) {
  const double w = look.width, j = look.jaw, c = look.chin;
  mirrored_outline(cr, {{0, 1.36 + 0.3 * c},
                        {0.24, 1.3 + 0.3 * c},
                        {0.46 * look.mouth_width, 1.2 + 0.3 * c},
                        {0.54, 0.98},
                        {0.74, 0.8},
                        {0.98 * w, 0.3},
                        {1.08 * w, -0.1},
                        {1.09 * w, 0.45},
                        {0.96 * j, 1.02 + below * 0.4},
                        {0.68 * j, 1.5 + 0.6 * c + below * 0.8},
                        {0.32 * j, 1.74 + c + below},
                        {0, 1.8 + c + below}});
}

void paint_bristles(cairo_t* cr, const Look& look, double length, Random& random) {
  for (int i = 0; i < 260; ++i) {
    const double x = random.between(-1.1, 1.1), y = random.between(0.1, 2.0);
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, x + 0.3 * length * x, y + length);
  }
  stroke_round(cr, 0.014, darker(look.hair_colour, 0.3), 0.35);
}

void paint_moustache(cairo_t* cr, const Look& look, double weight, Random& random) {
  const double lip = 1.03 + 0.3 * look.chin, m = look.mouth_width;
  std::vector<Spot> half = {{0, lip - 0.12},
                            {0.14, lip - 0.17 * weight},
                            {0.34 * m, lip - 0.1},
                            {0.5 * m, lip + 0.1},
                            {0.36 * m, lip + 0.05},
                            {0.14, lip + 0.03},
                            {0, lip}};
  mirrored_outline(cr, half);
  cairo_save(cr);
  cairo_clip_preserve(cr);
  use(cr, look.hair_colour, 0.9);
  cairo_fill(cr);
  on_both_sides(cr, [&](double) {
    for (int i = 0; i < 40; ++i) {
      const double x = random.between(0, 0.48), y = lip + random.between(-0.2, 0.04);
      cairo_move_to(cr, x, y);
      cairo_line_to(cr, x + 0.08, y + 0.09);
    }
    stroke_round(cr, 0.012, lighter(look.hair_colour, 0.3), 0.3);
  });
  cairo_restore(cr);
  cairo_new_path(cr);
}

}  // namespace

void paint_beard(cairo_t* cr, const Look& look, Random random) {
  if (look.beard == Beard::none) return;
  if (look.beard == Beard::moustache) return paint_moustache(cr, look, 1, random);
  const bool is_full = look.beard == Beard::full;
  outline_beard(cr, look, is_full ? 0.16 : 0.0);
  cairo_save(cr);
  cairo_clip_preserve(cr);
  use(cr, mixed(look.hair_colour, look.skin, is_full ? 0.1 : 0.35), is_full ? 0.88 : 0.28);
  cairo_fill(cr);
  paint_bristles(cr, look, is_full ? 0.16 : 0.05, random);
  cairo_restore(cr);
  cairo_new_path(cr);
  if (is_full) return paint_moustache(cr, look, 0.9, random);
  soft_spot(cr, {0, 0.97}, 0.4, 0.12, look.hair_colour, 0.34);
}

}  // namespace pehchan
