#include <cstddef>
#include <vector>

#include "demo/brush.h"
#include "demo/headwear.h"
#include "demo/portrait.h"
#include "draw/handles.h"

namespace pehchan {
namespace {

/// Hair between two lines that run along it, from the left ear over the head to the right; equally many spots.
struct Locks {
  std::vector<Spot> outer, inner;
};

Locks mirrored(const Locks& left_half) {
  Locks whole = left_half;
  for (const auto line : {&Locks::outer, &Locks::inner}) {
    for (auto spot = (left_half.*line).rbegin(); spot != (left_half.*line).rend(); ++spot) {
      if (spot->x != 0) (whole.*line).push_back({-spot->x, spot->y});
    }
  }
  return whole;
}

/// `count` strands of one colour: one stroke for all is several times quicker than a stroke each.
void paint_strands(cairo_t* cr, const Locks& locks, Colour colour, double width, int count, Random& random) {
  std::vector<Spot> strand(locks.outer.size());
  for (int i = 0; i < count; ++i) {
    const double place = random.unit();
    for (std::size_t k = 0; k < strand.size(); ++k) {
      const Spot a = locks.outer[k], b = locks.inner[k];
      const double share = place + random.between(-0.03, 0.03);
      strand[k] = {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    }
    curve_through(cr, strand, false);
  }
  stroke_round(cr, width, colour, 0.26);
}

void paint_locks(cairo_t* cr, const Locks& locks, const Look& look, Random& random) {
  std::vector<Spot> around = locks.outer;
  around.insert(around.end(), locks.inner.rbegin(), locks.inner.rend());
  // The scalp shows through where hair begins.
  curve_through(cr, locks.inner, false);
  stroke_round(cr, 0.1, mixed(look.hair_colour, look.skin, 0.3), 0.45);
  curve_through(cr, around, true);
  cairo_save(cr);
  cairo_clip_preserve(cr);
  fill_graded(cr, {0.9 * look.light, -1.9}, lighter(look.hair_colour, 0.1), {-0.9 * look.light, 0.6},
              darker(look.hair_colour, 0.35));
  paint_strands(cr, locks, darker(look.hair_colour, 0.6), 0.026, 18, random);
  paint_strands(cr, locks, lighter(look.hair_colour, 0.28), 0.016, 20, random);
  soft_spot(cr, {0.45 * look.light, -1.62}, 0.75, 0.2, lighter(look.hair_colour, 0.6), 0.3, 0.25 * look.light);
  cairo_restore(cr);
  cairo_new_path(cr);
}

Locks side_part(double lift) {
  return {{{-1.11, 0.2},
           {-1.2, -0.55},
           {-1.06, -1.3},
           {-0.62, -1.8},
           {0, -1.98 - lift},
           {0.6, -1.86 - lift},
           {1.08, -1.34},
           {1.2, -0.55},
           {1.11, 0.2}},
          {{-1.04, 0.18},
           {-1.01, -0.45},
           {-0.88, -0.84},
           {-0.6, -1.14},
           {-0.2, -1.12},
           {0.35, -1.05},
           {0.84, -0.84},
           {1.0, -0.45},
           {1.04, 0.18}}};
}

Locks crew() {
  return mirrored({{{-1.1, 0.12}, {-1.16, -0.55}, {-1.02, -1.22}, {-0.6, -1.68}, {0, -1.82}},
                   {{-1.05, 0.1}, {-1.02, -0.5}, {-0.86, -0.92}, {-0.55, -1.1}, {0, -1.14}}});
}

Locks receding() {
  return mirrored({{{-1.1, 0.15}, {-1.16, -0.5}, {-1.02, -1.22}, {-0.58, -1.68}, {0, -1.8}},
                   {{-1.04, 0.12}, {-1.0, -0.45}, {-0.94, -0.95}, {-0.62, -1.38}, {0, -1.26}}});
}

Locks full() {
  return {{{-1.13, 0.25},
           {-1.27, -0.5},
           {-1.16, -1.34},
           {-0.72, -1.96},
           {-0.1, -2.14},
           {0.56, -2.04},
           {1.1, -1.42},
           {1.27, -0.5},
           {1.13, 0.25}},
          {{-1.03, 0.22},
           {-1.02, -0.4},
           {-0.92, -0.78},
           {-0.62, -1.0},
           {-0.1, -1.16},
           {0.45, -1.02},
           {0.9, -0.78},
           {1.02, -0.4},
           {1.03, 0.22}}};
}

Locks tied_back() {
  return mirrored({{{-1.16, 0.3}, {-1.2, -0.45}, {-1.07, -1.24}, {-0.62, -1.78}, {0, -1.92}},
                   {{-1.1, 0.25}, {-1.04, -0.25}, {-0.86, -0.72}, {-0.46, -1.06}, {0, -1.34}}});
}

Locks open_hair(double length) {
  return mirrored(
      {{{-1.32, length}, {-1.46, 0.62 * length}, {-1.36, 0.3}, {-1.3, -0.55}, {-1.1, -1.3}, {-0.62, -1.84}, {0, -1.98}},
       {{-1.02, length - 0.1},
        {-0.99, 0.6 * length},
        {-1.05, 0.35},
        {-1.0, -0.3},
        {-0.84, -0.76},
        {-0.44, -1.1},
        {0, -1.38}}});
}

void paint_sides_only(cairo_t* cr, const Look& look, Random& random) {
  for (const double side : {-1.0, 1.0}) {
    const Locks patch = {{{side * 1.09, 0.2}, {side * 1.17, -0.2}, {side * 1.16, -0.6}, {side * 1.04, -0.96}},
                         {{side * 1.04, 0.18}, {side * 1.03, -0.2}, {side * 1.03, -0.55}, {side * 0.99, -0.86}}};
    paint_locks(cr, patch, look, random);
  }
  soft_spot(cr, {0.3 * look.light, -1.3}, 0.5, 0.22, rgb(255, 246, 232), 0.3);
}

}  // namespace

void paint_hair_behind(cairo_t* cr, const Look& look, Random random) {
  const Colour back = darker(look.hair_colour, 0.45);
  if (look.hair == Hair::scarf || look.hair == Hair::pallu) return paint_headwear_behind(cr, look);
  if (look.hair == Hair::tied_back) {
    const double side = random.chance(0.5) ? 1 : -1;
    curve_through(cr,
                  {{side * 0.3, 0.8},
                   {side * 1.08, 0.9},
                   {side * 1.3, 2.2},
                   {side * 1.22, 4.4},
                   {side * 0.8, 4.6},
                   {side * 0.6, 2.4}},
                  true);
    use(cr, back);
    cairo_fill(cr);
  }
  const double length = look.hair == Hair::long_open ? 4.6 : look.hair == Hair::bob ? 1.75 : 0;
  if (length == 0) return;
  mirrored_outline(cr, {{0, -1.9}, {1.0, -1.4}, {1.3, 0}, {1.42, 0.6 * length}, {1.22, length}, {0, length + 0.2}});
  use(cr, back);
  cairo_fill(cr);
}

void paint_hair(cairo_t* cr, const Look& look, Random random) {
  switch (look.hair) {
    case Hair::side_part: {
      const bool is_left = random.chance(0.7);
      cairo_save(cr);
      if (!is_left) cairo_scale(cr, -1, 1);
      paint_locks(cr, side_part(random.between(-0.04, 0.14)), look, random);
      cairo_restore(cr);
      break;
    }
    case Hair::crew:
      return paint_locks(cr, crew(), look, random);
    case Hair::receding:
      return paint_locks(cr, receding(), look, random);
    case Hair::full:
      return paint_locks(cr, full(), look, random);
    case Hair::bald:
      return paint_sides_only(cr, look, random);
    case Hair::tied_back:
      return paint_locks(cr, tied_back(), look, random);
    case Hair::long_open:
      return paint_locks(cr, open_hair(random.between(3.2, 4.6)), look, random);
    case Hair::bob:
      return paint_locks(cr, open_hair(random.between(1.5, 1.8)), look, random);
    case Hair::turban:
    case Hair::cap:
      paint_locks(cr, crew(), look, random);
      return paint_headwear(cr, look, random);
    case Hair::pallu:
      paint_locks(cr, tied_back(), look, random);
      return paint_headwear(cr, look, random);
    case Hair::scarf:
      return paint_headwear(cr, look, random);
  }
}

}  // namespace pehchan
