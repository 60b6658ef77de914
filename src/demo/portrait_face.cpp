#include <array>
#include <cmath>

#include "demo/brush.h"
#include "demo/portrait.h"
#include "draw/handles.h"

namespace pehchan {
namespace {

void paint_ears(cairo_t* cr, const Look& look) {
  const Colour shadow = shadow_of(look.skin);
  on_both_sides(cr, [&](double side) {
    const Colour skin = mixed(look.skin, shadow, 0.2 - 0.14 * side * look.light);
    curve_through(cr,
                  {{1.04 * look.width, -0.18},
                   {1.2 * look.width, -0.24},
                   {1.27 * look.width, 0.02},
                   {1.2 * look.width, 0.36},
                   {1.12 * look.width, 0.62},
                   {1.03 * look.width, 0.6}},
                  true);
    use(cr, skin);
    cairo_fill(cr);
    soft_spot(cr, {1.13 * look.width, 0.12}, 0.09, 0.3, shadow, 0.6);
    if (look.earrings) {
      soft_spot(cr, {1.13 * look.width, 0.7}, 0.09, 0.11, rgb(120, 84, 20), 1);
      soft_spot(cr, {1.12 * look.width, 0.68}, 0.05, 0.06, rgb(255, 226, 140), 1);
    }
  });
}

void paint_head_form(cairo_t* cr, const Look& look) {
  const Colour shadow = shadow_of(look.skin);
  const double light = look.light;
  const double turn = light >= 0 ? 1 : -1;
  fill_graded(cr, {turn * 1.15, -0.4}, mixed(look.skin, lit(look.skin), 0.16 * std::abs(light)), {-turn * 1.2, 0.3},
              mixed(look.skin, shadow, 0.08 + 0.3 * std::abs(light)));

  // The head turns away from the light all round.
  const PatternHandle round(cairo_pattern_create_radial(0.22 * light, 0, 0.55, 0.12 * light, 0.05, 1.55));
  cairo_pattern_add_color_stop_rgba(round.get(), 0, shadow.r, shadow.g, shadow.b, 0);
  cairo_pattern_add_color_stop_rgba(round.get(), 0.45, shadow.r, shadow.g, shadow.b, 0.08);
  cairo_pattern_add_color_stop_rgba(round.get(), 1, shadow.r, shadow.g, shadow.b, 0.75);
  cairo_save(cr);
  cairo_scale(cr, 0.92, 1.3);
  cairo_set_source(cr, round.get());
  cairo_paint(cr);
  cairo_restore(cr);

  soft_spot(cr, {0.25 * light, -0.82}, 0.85, 0.5, lit(look.skin), 0.42);
  on_both_sides(cr, [&](double side) {
    const double share = 0.34 + 0.16 * side * light;
    soft_spot(cr, {0.62, 0.48}, 0.45, 0.36, lit(look.skin), share);
    soft_spot(cr, {0.66, 0.62}, 0.4, 0.3, rgb(190, 84, 66), 0.1);
    soft_spot(cr, {0.98, 0.75}, 0.3, 0.7, shadow, 0.26);
  });
  soft_spot(cr, {0.05 * light, 1.56 + look.chin}, 0.3, 0.18, lit(look.skin), 0.34);
}

void paint_sockets(cairo_t* cr, const Look& look) {
  const Colour shadow = shadow_of(look.skin);
  on_both_sides(cr, [&](double side) {
    const double depth = 1 - 0.2 * side * look.light;
    soft_spot(cr, {0.48, -0.1}, 0.46, 0.3, shadow, 0.5 * depth);
    soft_spot(cr, {0.24, -0.06}, 0.17, 0.26, shadow, 0.5 * depth);
    soft_spot(cr, {0.48, 0.2}, 0.32, 0.12, shadow, 0.16 + 0.2 * look.age);
    soft_spot(cr, {0.55, -0.5}, 0.4, 0.12, lit(look.skin), 0.3);
  });
}

void paint_eye(cairo_t* cr, const Look& look, double side) {
  const double open = look.eye_open;
  const Colour shadow = shadow_of(look.skin);
  const auto almond = [&] {
    cairo_move_to(cr, -0.245, 0.035);
    cairo_curve_to(cr, -0.15, -open * 1.15, 0.1, -open * 1.35, 0.25, -0.015);
    cairo_curve_to(cr, 0.13, open * 0.92, -0.1, open, -0.245, 0.035);
  };
  const auto upper_lid = [&] {
    cairo_move_to(cr, -0.25, 0.04);
    cairo_curve_to(cr, -0.15, -open * 1.15, 0.1, -open * 1.35, 0.26, -0.02);
  };
  soft_spot(cr, {0.02, -open - 0.035}, 0.26, 0.075, lit(look.skin), 0.28);
  cairo_save(cr);
  almond();
  cairo_clip_preserve(cr);
  use(cr, mixed(rgb(240, 236, 230), look.skin, 0.14));
  cairo_fill(cr);
  soft_spot(cr, {-0.23, 0.03}, 0.07, 0.06, rgb(170, 84, 78), 0.6);
  const double gaze = 0.01 * side;
  cairo_arc(cr, gaze, -0.012, 0.1, 0, 6.2832);
  use(cr, rgb(30, 18, 13));
  cairo_fill(cr);
  soft_spot(cr, {gaze, 0.03}, 0.075, 0.06, rgb(112, 68, 40), 0.75);
  cairo_arc(cr, gaze, -0.012, 0.042, 0, 6.2832);
  use(cr, rgb(8, 6, 6));
  cairo_fill(cr);
  soft_spot(cr, {0, -open * 1.05}, 0.3, 0.1, shadow, 0.7);
  cairo_restore(cr);
  cairo_arc(cr, 0.035 * side * (look.light >= 0 ? 1 : -1), -0.048, 0.021, 0, 6.2832);
  use(cr, rgb(255, 255, 255), 0.92);
  cairo_fill(cr);

  const Colour lash = rgb(22, 14, 12);
  upper_lid();
  stroke_round(cr, look.woman ? 0.042 : 0.03, lash, 0.92);
  cairo_move_to(cr, 0.2, -0.05);
  cairo_line_to(cr, look.woman ? 0.31 : 0.28, -0.06);
  stroke_round(cr, 0.025, lash, 0.8);
  cairo_move_to(cr, -0.2, 0.06);
  cairo_curve_to(cr, -0.1, open * 1.02, 0.12, open * 0.95, 0.24, 0);
  stroke_round(cr, look.woman ? 0.02 : 0.013, mixed(lash, shadow, look.woman ? 0.2 : 0.8), 0.75);
  cairo_move_to(cr, -0.2, -open * 0.75);
  cairo_curve_to(cr, -0.1, -open * 1.7, 0.12, -open * 1.85, 0.29, -open * 0.55);
  stroke_round(cr, 0.018, shadow, 0.55);
}

void paint_brow(cairo_t* cr, const Look& look, Random& random) {
  const double y = -0.36 - look.brow, thick = 0.05 * look.brow_weight;
  const Colour hair = mixed(look.hair_colour, rgb(20, 14, 12), 0.55);
  soft_spot(cr, {0.03, y + 0.01}, 0.38, thick * 2.2, hair, 0.5, -0.06);
  curve_through(cr,
                {{-0.3, y + 0.06 + thick},
                 {-0.29, y + 0.05 - thick},
                 {0.06, y - 0.03 - thick},
                 {0.25, y - 0.03},
                 {0.42, y + 0.1},
                 {0.22, y + 0.03 + thick * 0.4},
                 {0.04, y + 0.02 + thick}},
                true);
  use(cr, hair, 0.66);
  cairo_fill(cr);
  for (int i = 0; i < 22; ++i) {
    const double x = -0.3 + 0.66 * i / 22.0;
    const double root = y + 0.06 - 0.09 * std::sin((x + 0.3) * 3.1) + random.between(-0.3, 0.6) * thick;
    cairo_move_to(cr, x, root + thick);
    cairo_line_to(cr, x + random.between(0.06, 0.11), root - thick * random.between(0.2, 0.9));
  }
  stroke_round(cr, 0.012, hair, 0.5);
}

void paint_nose(cairo_t* cr, const Look& look) {
  const Colour shadow = shadow_of(look.skin), light = lit(look.skin);
  const double w = look.nose_width, base = 0.78 * look.nose_length, lean = 0.04 * look.light;
  on_both_sides(cr, [&](double side) {
    const double away = 1 - 0.75 * side * look.light;
    soft_spot(cr, {0.17, 0.12}, 0.09, 0.36, shadow, 0.3 * away, 0.12);
    soft_spot(cr, {0.23 * w, base - 0.26}, 0.13, 0.2, shadow, 0.26 * away);
    soft_spot(cr, {0.22 * w, base - 0.1}, 0.12, 0.12, light, 0.22);
  });
  soft_spot(cr, {lean, 0.2}, 0.085, 0.52, light, 0.6);
  soft_spot(cr, {lean, base - 0.16}, 0.17 * w, 0.14, light, 0.5);
  soft_spot(cr, {0, base + 0.07}, 0.36 * w, 0.12, shadow, 0.62);
  on_both_sides(cr, [&](double) {
    cairo_move_to(cr, 0.24 * w, base - 0.22);
    cairo_curve_to(cr, 0.35 * w, base - 0.14, 0.34 * w, base + 0.02, 0.2 * w, base + 0.01);
    stroke_round(cr, 0.022, shadow, 0.5);
    soft_spot(cr, {0.13 * w, base - 0.005}, 0.095 * w, 0.055, mixed(shadow, rgb(16, 6, 4), 0.6), 1, -0.25);
  });
  cairo_move_to(cr, -0.09 * w, base + 0.015);
  cairo_curve_to(cr, -0.03, base + 0.045, 0.03, base + 0.045, 0.09 * w, base + 0.015);
  stroke_round(cr, 0.02, shadow, 0.5);
  if (look.nose_pin) soft_spot(cr, {0.27 * w, base - 0.12}, 0.035, 0.035, rgb(255, 236, 170), 1);
}

void paint_mouth(cairo_t* cr, const Look& look) {
  const Colour shadow = shadow_of(look.skin), lip = look.lip_colour;
  const double half = 0.4 * look.mouth_width, full = look.lips, s = look.smile;
  cairo_save(cr);
  cairo_translate(cr, 0, 1.14 + 0.3 * look.chin);
  soft_spot(cr, {0, -0.16}, 0.06, 0.13, shadow, 0.25);
  soft_spot(cr, {0, 0.25 + 0.03 * full}, 0.34, 0.09, shadow, 0.5);

  cairo_move_to(cr, -half, -s);
  cairo_curve_to(cr, -half * 0.5, -0.06 * full, -0.14, -0.12 * full, -0.08, -0.115 * full);
  cairo_curve_to(cr, -0.04, -0.11 * full, -0.03, -0.085 * full, 0, -0.085 * full);
  cairo_curve_to(cr, 0.03, -0.085 * full, 0.04, -0.11 * full, 0.08, -0.115 * full);
  cairo_curve_to(cr, 0.14, -0.12 * full, half * 0.5, -0.06 * full, half, -s);
  cairo_curve_to(cr, half * 0.5, 0.03, -half * 0.5, 0.03, -half, -s);
  use(cr, mixed(lip, shadow, 0.36), 0.92);
  cairo_fill(cr);
  cairo_move_to(cr, -half * 0.95, -s);
  cairo_curve_to(cr, -half * 0.5, 0.03, half * 0.5, 0.03, half * 0.95, -s);
  cairo_curve_to(cr, half * 0.55, 0.2 * full, -half * 0.55, 0.2 * full, -half * 0.95, -s);
  use(cr, lip, 0.92);
  cairo_fill(cr);
  soft_spot(cr, {0.06 * look.light, 0.075 * full}, half * 0.5, 0.045, lit(lip), 0.5);
  cairo_move_to(cr, -half, -s);
  cairo_curve_to(cr, -half * 0.5, 0.035, half * 0.5, 0.035, half, -s);
  stroke_round(cr, 0.024, mixed(shadow, rgb(40, 10, 10), 0.5), 0.9);
  on_both_sides(cr, [&](double) { soft_spot(cr, {half + 0.02, -s}, 0.07, 0.06, shadow, 0.5); });
  cairo_restore(cr);
}

void paint_years(cairo_t* cr, const Look& look) {
  const Colour shadow = shadow_of(look.skin);
  const double depth = 0.1 + 0.4 * look.age;
  on_both_sides(cr, [&](double) {
    cairo_move_to(cr, 0.33, 0.68);
    cairo_curve_to(cr, 0.47, 0.82, 0.52, 0.95, 0.52, 1.1);
    stroke_round(cr, 0.075, shadow, 0.18 * depth);
    cairo_move_to(cr, 0.33, 0.68);
    cairo_curve_to(cr, 0.47, 0.82, 0.52, 0.95, 0.52, 1.1);
    stroke_round(cr, 0.025, shadow, 0.5 * depth);
  });
  if (look.age < 0.55) return;
  for (const double y : {-0.95, -0.8, -0.66}) {
    cairo_move_to(cr, -0.55, y + 0.03);
    cairo_curve_to(cr, -0.2, y - 0.03, 0.2, y - 0.03, 0.55, y + 0.03);
    stroke_round(cr, 0.02, shadow, 0.28 * (look.age - 0.4));
  }
}

}  // namespace

void outline_face(cairo_t* cr, const Look& look) {
  const double w = look.width, j = look.jaw, c = look.chin;
  mirrored_outline(cr, {{0, -1.68},
                        {0.55 * w, -1.58},
                        {0.93 * w, -1.18},
                        {1.08 * w, -0.6},
                        {1.11 * w, 0.0},
                        {1.06 * w, 0.5},
                        {0.91 * j, 1.02},
                        {0.64 * j, 1.45 + 0.6 * c},
                        {0.32 * j, 1.69 + c},
                        {0, 1.75 + c}});
}

void paint_face(cairo_t* cr, const Look& look, Random random) {
  paint_ears(cr, look);
  cairo_save(cr);
  outline_face(cr, look);
  cairo_clip_preserve(cr);
  paint_head_form(cr, look);
  paint_sockets(cr, look);
  paint_years(cr, look);
  paint_nose(cr, look);
  on_both_sides(cr, [&](double side) {
    cairo_translate(cr, 0.5, 0);
    paint_brow(cr, look, random);
    paint_eye(cr, look, side);
  });
  paint_mouth(cr, look);
  if (look.bindi) soft_spot(cr, {0, -0.4}, 0.075, 0.08, rgb(150, 16, 32), 1);
  cairo_restore(cr);
}

void paint_spectacles(cairo_t* cr, const Look& look) {
  const Colour frame = look.age > 0.6 ? rgb(92, 74, 48) : rgb(34, 30, 32);
  on_both_sides(cr, [&](double) {
    curve_through(
        cr,
        {{0.14, -0.02}, {0.2, -0.22}, {0.5, -0.27}, {0.82, -0.22}, {0.88, 0.0}, {0.8, 0.24}, {0.5, 0.31}, {0.22, 0.24}},
        true);
    use(cr, rgb(255, 255, 255), 0.05);
    cairo_fill_preserve(cr);
    stroke_round(cr, 0.034, frame, 0.95);
    cairo_move_to(cr, 0.88, -0.08);
    cairo_line_to(cr, 1.12 * look.width, -0.12);
    cairo_move_to(cr, 0, -0.09);
    cairo_curve_to(cr, 0.06, -0.1, 0.12, -0.08, 0.15, -0.03);
    stroke_round(cr, 0.034, frame, 0.95);
  });
}

}  // namespace pehchan
