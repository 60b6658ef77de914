#include <vector>

#include "demo/brush.h"
#include "demo/portrait.h"
#include "draw/handles.h"

namespace pehchan {
namespace {

/// Lower than any picture reaches, at the smallest head.
constexpr double floor_y = 16;

double neck_of(const Look& look) { return look.woman ? 0.62 : 0.76; }
double shoulder_of(const Look& look) { return look.woman ? 2.95 : 3.4; }

void paint_neck(cairo_t* cr, const Look& look) {
  const Colour shadow = shadow_of(look.skin);
  const double n = neck_of(look);
  mirrored_outline(cr, {{0, 0.9},
                        {n * 0.96, 1.0},
                        {n * 0.97, 1.7},
                        {n * 1.08, 2.2},
                        {n * 1.9, 2.62},
                        {n * 2.2, 3.4},
                        {n * 1.2, 4.4},
                        {0, 4.8}});
  cairo_save(cr);
  cairo_clip_preserve(cr);
  fill_graded(cr, {n * look.light, 1.5}, mixed(look.skin, shadow, 0.1), {-n * look.light * 1.2, 2},
              mixed(look.skin, shadow, 0.34));
  soft_spot(cr, {0.1 * look.light, 1.72 + look.chin}, 1.1, 0.62, shadow, 0.95);
  on_both_sides(cr, [&](double) {
    soft_spot(cr, {n * 0.95, 1.9}, 0.26, 0.8, shadow, 0.6);
    cairo_move_to(cr, n * 0.62, 2.0);
    cairo_curve_to(cr, n * 0.5, 2.4, n * 0.25, 2.7, 0.12, 2.92);
    stroke_round(cr, 0.07, shadow, 0.16);
    cairo_move_to(cr, 0.2, 2.98);
    cairo_curve_to(cr, 0.6, 2.86, 1.0, 2.86, 1.4, 2.76);
    stroke_round(cr, 0.06, shadow, 0.2);
  });
  cairo_restore(cr);
  cairo_new_path(cr);
}

/// Adds the torso and upper arms to the path, open at the neck down to `neckline` (y of the lowest bare skin).
void outline_torso(cairo_t* cr, const Look& look, double neckline, double neck_width) {
  const double s = shoulder_of(look), n = neck_width;
  mirrored_outline(cr, {{0, neckline},
                        {n * 0.62, (neckline + 2.3) / 2 + 0.15},
                        {n, n > 1 ? 2.5 : 2.2},
                        {n + 0.5, n > 1 ? 2.58 : 2.4},
                        {s * 0.72, 2.78},
                        {s * 0.95, 3.15},
                        {s * 1.09, 4.0},
                        {s * 1.2, 6.0},
                        {s * 1.22, 9.0},
                        {s * 1.15, floor_y},
                        {0, floor_y}});
}

void paint_cloth(cairo_t* cr, const Look& look, Colour cloth, Random random) {
  const double s = shoulder_of(look);
  cairo_save(cr);
  cairo_clip_preserve(cr);
  fill_graded(cr, {s * look.light, 3}, lighter(cloth, 0.14), {-s * look.light, 5}, darker(cloth, 0.3));
  on_both_sides(cr, [&](double) {
    soft_spot(cr, {s * 0.78, 6.2}, 0.32, 3.2, darker(cloth), 0.55, 0.05);
    soft_spot(cr, {s * 0.6, 3.0}, 0.9, 0.4, lighter(cloth), 0.4, 0.3);
    for (int i = 0; i < 4; ++i) {
      const double x = random.between(0.5, s), y = random.between(3.3, 7);
      cairo_move_to(cr, x, y);
      cairo_curve_to(cr, x - 0.25, y + 0.4, x - 0.3, y + 0.8, x - random.between(0.3, 0.8), y + random.between(1, 2));
      stroke_round(cr, random.between(0.04, 0.1), darker(cloth), 0.16);
    }
  });
  soft_spot(cr, {0, 2.5}, 1.3, 0.5, darker(cloth, 0.8), 0.35);
  cairo_restore(cr);
  cairo_new_path(cr);
}

void paint_buttons(cairo_t* cr, Colour cloth, double from) {
  cairo_move_to(cr, -0.22, from);
  cairo_line_to(cr, -0.22, floor_y);
  cairo_move_to(cr, 0.22, from);
  cairo_line_to(cr, 0.22, floor_y);
  stroke_round(cr, 0.022, darker(cloth), 0.55);
  for (double y = from + 0.5; y < floor_y; y += 1.15) {
    cairo_arc(cr, 0, y, 0.07, 0, 6.2832);
    use(cr, mixed(darker(cloth, 0.3), rgb(240, 240, 236), 0.5));
    cairo_fill_preserve(cr);
    stroke_round(cr, 0.018, darker(cloth, 0.7), 0.7);
  }
}

void paint_shirt_collar(cairo_t* cr, const Look& look, Colour cloth) {
  const double n = neck_of(look);
  on_both_sides(cr, [&](double side) {
    cairo_move_to(cr, n * 0.98, 1.96);
    cairo_curve_to(cr, n * 1.25, 2.0, n * 1.4, 2.2, n * 1.5, 2.42);
    cairo_line_to(cr, n * 0.92, 3.3);
    cairo_line_to(cr, 0.06, 2.96);
    cairo_curve_to(cr, n * 0.5, 2.75, n * 0.9, 2.4, n * 0.98, 1.96);
    use(cr, side * look.light > 0 ? lighter(cloth, 0.2) : mixed(cloth, darker(cloth), 0.12));
    cairo_fill_preserve(cr);
    stroke_round(cr, 0.026, darker(cloth), 0.6);
  });
}

void paint_band_collar(cairo_t* cr, const Look& look, Colour cloth) {
  const double n = neck_of(look);
  on_both_sides(cr, [&](double) {
    cairo_move_to(cr, n * 1.0, 1.98);
    cairo_curve_to(cr, n * 0.92, 2.5, n * 0.5, 2.75, 0.05, 2.86);
    cairo_line_to(cr, 0.05, 3.22);
    cairo_curve_to(cr, n * 0.7, 3.06, n * 1.15, 2.8, n * 1.26, 2.2);
    cairo_close_path(cr);
    use(cr, lighter(cloth, 0.1));
    cairo_fill_preserve(cr);
    stroke_round(cr, 0.024, darker(cloth), 0.6);
  });
}

void paint_vest(cairo_t* cr, const Look& look, Colour cloth, double deepest, Random random) {
  const double s = shoulder_of(look);
  mirrored_outline(cr, {{0, deepest},
                        {0.5, deepest * 0.7 + 0.85},
                        {1.05, 2.55},
                        {1.5, 2.52},
                        {s * 0.84, 2.95},
                        {s * 0.8, 4.2},
                        {s * 0.9, 5.6},
                        {s * 1.0, 9},
                        {s, floor_y},
                        {0, floor_y}});
  paint_cloth(cr, look, cloth, random);
}

/// A long cloth from the far hip over the near shoulder, as a saree is worn.
void paint_drape(cairo_t* cr, const Look& look, Random random) {
  const double s = shoulder_of(look);
  const Colour cloth = look.second_cloth, border = mixed(look.cloth, rgb(214, 170, 70), 0.6);
  const auto edge = [&] {
    cairo_move_to(cr, 0.85, 2.45);
    cairo_curve_to(cr, 0.75, 3.6, -0.6, 5.0, -s * 1.2, 6.6);
  };
  cairo_save(cr);
  edge();
  cairo_line_to(cr, -s * 1.25, floor_y);
  cairo_line_to(cr, s * 1.25, floor_y);
  cairo_curve_to(cr, s * 1.25, 8, s * 1.14, 4, s * 0.96, 3.05);
  cairo_curve_to(cr, s * 0.8, 2.7, 1.3, 2.5, 0.85, 2.45);
  cairo_clip_preserve(cr);
  paint_cloth(cr, look, cloth, random);
  for (int i = 1; i < 7; ++i) {
    const double x = 0.28 * i;
    cairo_move_to(cr, 0.85 + x, 2.4 + 0.1 * x);
    cairo_curve_to(cr, 0.85 + x, 3.8, -0.3 + x * 1.2, 5.4, -s + x * 1.6, 7 + x);
    stroke_round(cr, 0.06, i % 2 == 0 ? lighter(cloth) : darker(cloth), 0.3);
  }
  edge();
  stroke_round(cr, 0.4, border, 1);
  edge();
  stroke_round(cr, 0.05, darker(border), 0.6);
  cairo_restore(cr);
}

/// A shawl over both shoulders, its ends hanging down in front.
void paint_dupatta(cairo_t* cr, const Look& look) {
  const double s = shoulder_of(look);
  const Colour cloth = look.second_cloth;
  on_both_sides(cr, [&](double side) {
    cairo_move_to(cr, 0.82, 2.35);
    cairo_curve_to(cr, 0.95, 3.4, 0.85, 6, 0.75, floor_y);
    cairo_line_to(cr, 2.1, floor_y);
    cairo_curve_to(cr, 2.2, 7, s * 0.82, 4, s * 0.7, 2.72);
    cairo_close_path(cr);
    fill_graded(cr, {0.8, 3}, side * look.light > 0 ? lighter(cloth, 0.15) : cloth, {2.2, 4}, darker(cloth, 0.35));
    for (int i = 0; i < 4; ++i) {
      const double x = 1.0 + 0.27 * i;
      cairo_move_to(cr, x, 2.6 + 0.1 * i);
      cairo_curve_to(cr, x + 0.06, 4, x, 7, x - 0.06, floor_y);
      stroke_round(cr, 0.05, i % 2 == 0 ? darker(cloth) : lighter(cloth), 0.35);
    }
  });
}

}  // namespace

void paint_body(cairo_t* cr, const Look& look, Random random) {
  paint_neck(cr, look);
  const bool is_low = look.clothes == Clothes::saree || look.clothes == Clothes::suit_and_dupatta;
  outline_torso(cr, look, is_low ? 3.35 : look.clothes == Clothes::kurta ? 2.9 : 3.05, is_low ? 1.15 : neck_of(look));
  paint_cloth(cr, look, look.cloth, random);
  switch (look.clothes) {
    case Clothes::shirt:
      paint_buttons(cr, look.cloth, 3.1);
      paint_shirt_collar(cr, look, look.cloth);
      break;
    case Clothes::kurta:
      paint_buttons(cr, look.cloth, 3.1);
      paint_band_collar(cr, look, look.cloth);
      break;
    case Clothes::waistcoat:
      paint_buttons(cr, look.cloth, 3.1);
      paint_vest(cr, look, look.second_cloth, 4.6, random);
      paint_band_collar(cr, look, look.cloth);
      break;
    case Clothes::sweater:
      paint_vest(cr, look, look.second_cloth, 4.1, random);
      paint_shirt_collar(cr, look, look.cloth);
      break;
    case Clothes::saree:
      paint_drape(cr, look, random);
      break;
    case Clothes::suit_and_dupatta:
      paint_dupatta(cr, look);
      break;
  }
}

}  // namespace pehchan
