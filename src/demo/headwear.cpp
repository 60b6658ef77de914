#include "demo/headwear.h"

#include <vector>

#include "demo/brush.h"

namespace pehchan {
namespace {

void shade_cloth(cairo_t* cr, const Look& look, Colour cloth) {
  fill_graded(cr, {1.3 * look.light, -1.2}, lighter(cloth, 0.15), {-1.3 * look.light, -0.4}, darker(cloth, 0.35));
}

void paint_turban(cairo_t* cr, const Look& look, Random& random) {
  const Colour cloth = look.second_cloth;
  mirrored_outline(cr, {{0, -2.52},
                        {0.7, -2.44},
                        {1.24, -2.05},
                        {1.5, -1.4},
                        {1.44, -0.7},
                        {1.16, -0.22},
                        {1.02, -0.3},
                        {0.92, -0.62},
                        {0.5, -0.98},
                        {0, -1.2}});
  cairo_save(cr);
  cairo_clip_preserve(cr);
  shade_cloth(cr, look, cloth);
  on_both_sides(cr, [&](double side) {
    for (int i = 0; i < 6; ++i) {
      const double up = 0.25 * i + random.between(-0.03, 0.03) + (side > 0 ? 0.12 : 0);
      cairo_move_to(cr, 1.5, -0.35 - up * 0.9);
      cairo_curve_to(cr, 1.0, -0.75 - up, 0.5, -1.1 - up, -0.25, -1.22 - up);
      stroke_round(cr, 0.035, darker(cloth, 0.6), 0.5);
      cairo_move_to(cr, 1.5, -0.29 - up * 0.9);
      cairo_curve_to(cr, 1.0, -0.69 - up, 0.5, -1.04 - up, -0.2, -1.16 - up);
      stroke_round(cr, 0.06, lighter(cloth, 0.4), 0.28);
    }
    soft_spot(cr, {1.4, -1.2}, 0.4, 1.0, darker(cloth), 0.5);
  });
  cairo_restore(cr);
  stroke_round(cr, 0.02, darker(cloth, 0.7), 0.4);
}

void paint_cap(cairo_t* cr, const Look& look) {
  const Colour cloth = look.second_cloth;
  mirrored_outline(cr, {{0, -2.18}, {0.7, -2.1}, {1.05, -1.75}, {1.16, -1.1}, {1.14, -0.82}, {0.6, -0.98}, {0, -1.02}});
  cairo_save(cr);
  cairo_clip_preserve(cr);
  shade_cloth(cr, look, cloth);
  on_both_sides(cr, [&](double) {
    for (int i = 0; i < 9; ++i) {
      const double x = 0.06 + 0.135 * i;
      cairo_move_to(cr, x, -0.75);
      cairo_curve_to(cr, x, -1.5, x * 0.9, -1.9, x * 0.6, -2.2);
      stroke_round(cr, 0.024, darker(cloth), 0.3);
    }
  });
  cairo_move_to(cr, -1.2, -1.08);
  cairo_curve_to(cr, -0.6, -1.3, 0.6, -1.3, 1.2, -1.08);
  stroke_round(cr, 0.05, darker(cloth), 0.6);
  cairo_restore(cr);
  cairo_new_path(cr);
}

/// Cloth from the crown down past both cheeks; `inner` is its edge on the right side, top to bottom.
void paint_veil(cairo_t* cr, const Look& look, Colour cloth, const std::vector<Spot>& inner, bool is_bordered) {
  on_both_sides(cr, [&](double side) {
    std::vector<Spot> around = {{0, -2.1},   {0.6, -1.99}, {1.12, -1.5}, {1.38, -0.7},
                                {1.46, 0.4}, {1.56, 1.6},  {1.95, 2.7}};
    around.insert(around.end(), inner.rbegin(), inner.rend());
    curve_through(cr, around, false);
    cairo_close_path(cr);
    cairo_save(cr);
    cairo_clip_preserve(cr);
    const bool is_near = side * look.light > 0;
    fill_graded(cr, {0, -1.5}, lighter(cloth, is_near ? 0.2 : 0.05), {1.4, 1.2}, darker(cloth, is_near ? 0.15 : 0.4));
    for (int i = 0; i < 3; ++i) {
      const double x = 0.12 * i;
      cairo_move_to(cr, 0.3 + x, -1.95 + x);
      cairo_curve_to(cr, 1.0 + x, -1.6, 1.14 + x, -0.4, 1.2 + x, 2.6);
      stroke_round(cr, 0.04, darker(cloth), 0.3);
    }
    cairo_restore(cr);
    cairo_new_path(cr);
    curve_through(cr, inner, false);
    stroke_round(cr, is_bordered ? 0.1 : 0.03, is_bordered ? mixed(cloth, rgb(214, 170, 70), 0.7) : darker(cloth, 0.6),
                 0.8);
  });
}

void paint_pallu(cairo_t* cr, const Look& look) {
  paint_veil(cr, look, look.second_cloth,
             {{0, -1.74}, {0.5, -1.62}, {0.92, -1.22}, {1.14, -0.5}, {1.17, 0.4}, {1.14, 1.4}, {1.1, 2.75}}, true);
}

void paint_scarf(cairo_t* cr, const Look& look) {
  const Colour cloth = look.second_cloth;
  paint_veil(cr, look, cloth,
             {{0, -1.14}, {0.5, -1.04}, {0.88, -0.66}, {1.02, 0}, {0.98, 0.6}, {0.8, 1.2}, {0.5, 1.6}, {0, 1.82}},
             false);
  // Wound once more below the chin.
  mirrored_outline(cr, {{0, 1.8}, {0.5, 1.6}, {1.2, 1.7}, {1.8, 2.5}, {1.5, 3.1}, {0, 3.5}});
  cairo_save(cr);
  cairo_clip_preserve(cr);
  shade_cloth(cr, look, cloth);
  for (int i = 0; i < 5; ++i) {
    cairo_move_to(cr, -1.7, 1.9 + 0.22 * i);
    cairo_curve_to(cr, -0.6, 2.3 + 0.25 * i, 0.5, 2.5 + 0.22 * i, 1.7, 1.7 + 0.25 * i);
    stroke_round(cr, 0.045, darker(cloth), 0.34);
  }
  soft_spot(cr, {0, 1.95}, 0.9, 0.26, darker(cloth, 0.8), 0.5);
  cairo_restore(cr);
  cairo_new_path(cr);
}

}  // namespace

void paint_headwear(cairo_t* cr, const Look& look, Random random) {
  if (look.hair == Hair::turban) return paint_turban(cr, look, random);
  if (look.hair == Hair::cap) return paint_cap(cr, look);
  if (look.hair == Hair::pallu) return paint_pallu(cr, look);
  if (look.hair == Hair::scarf) return paint_scarf(cr, look);
}

void paint_headwear_behind(cairo_t* cr, const Look& look) {
  mirrored_outline(cr, {{0, -1.9}, {1.0, -1.4}, {1.36, 0}, {1.5, 1.6}, {2.0, 2.9}, {0, 3.2}});
  use(cr, darker(look.second_cloth, 0.55));
  cairo_fill(cr);
}

}  // namespace pehchan
