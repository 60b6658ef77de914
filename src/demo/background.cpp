#include "demo/background.h"

#include "demo/brush.h"
#include "draw/handles.h"

namespace pehchan {
namespace {

constexpr int width = 1200, height = 1600;

void paint_plain(cairo_t* cr, const Look& look) {
  cairo_rectangle(cr, 0, 0, width, height);
  fill_graded(cr, {600 + 600 * look.light, 0}, lighter(look.behind, 0.2), {600 - 600 * look.light, height},
              darker(look.behind, 0.15));
}

void paint_studio(cairo_t* cr, const Look& look) {
  paint_plain(cr, look);
  soft_spot(cr, {600, 750}, 900, 1000, rgb(255, 255, 255), 0.25);
}

void paint_wall(cairo_t* cr, const Look& look, Random& random) {
  paint_plain(cr, look);
  for (int i = 0; i < 26; ++i) {
    const Colour stain = random.chance(0.5) ? lighter(look.behind, 0.4) : darker(look.behind, 0.3);
    soft_spot(cr, {random.between(0, width), random.between(0, height)}, random.between(80, 320),
              random.between(60, 300), stain, 0.08);
  }
  const double dado = random.between(900, 1400);
  cairo_rectangle(cr, 0, dado, width, height - dado);
  use(cr, darker(look.behind, 0.35), 0.5);
  cairo_fill(cr);
}

void paint_outdoors(cairo_t* cr, const Look& look, Random& random) {
  cairo_rectangle(cr, 0, 0, width, height);
  fill_graded(cr, {0, 0}, rgb(196, 220, 238), {0, 1000}, rgb(226, 226, 206));
  const double horizon = random.between(760, 1050);
  cairo_rectangle(cr, 0, horizon, width, height - horizon);
  fill_graded(cr, {0, horizon}, rgb(158, 170, 112), {0, height}, rgb(120, 128, 84));
  // Out of focus: only soft edges.
  for (int i = 0; i < 26; ++i) {
    const Colour leaf = mixed(rgb(72, 110, 62), rgb(140, 160, 90), random.unit());
    soft_spot(cr, {random.between(-60, width + 60), horizon - random.between(0, 420)}, random.between(90, 230),
              random.between(80, 220), leaf, 0.5);
  }
  soft_spot(cr, {600 + 500 * look.light, 120}, 620, 420, rgb(255, 250, 226), 0.6);
}

void paint_curtain(cairo_t* cr, const Look& look, Random& random) {
  paint_plain(cr, look);
  for (double x = -40; x < width; x += random.between(70, 130)) {
    const double fold = random.between(40, 70);
    cairo_rectangle(cr, x, 0, fold, height);
    fill_graded(cr, {x, 0}, darker(look.behind, 0.3), {x + fold, 0}, lighter(look.behind, 0.12));
  }
}

void paint_bricks(cairo_t* cr, const Look& look, Random& random) {
  paint_plain(cr, look);
  const Colour mortar = darker(look.behind, 0.2);
  int course = 0;
  for (double y = 0; y < height; y += 74) {
    for (double x = (course++ % 2) * -90; x < width; x += 180) {
      cairo_rectangle(cr, x + 4, y + 4, 172, 66);
      use(cr, random.chance(0.5) ? lighter(look.behind, random.between(0, 0.15)) : darker(look.behind, 0.06), 0.7);
      cairo_fill(cr);
    }
    cairo_move_to(cr, 0, y);
    cairo_line_to(cr, width, y);
    stroke_round(cr, 5, mortar, 0.4);
  }
}

void paint_kind(cairo_t* cr, const Look& look, Random& random) {
  switch (look.background) {
    case Background::studio:
      return paint_studio(cr, look);
    case Background::wall:
      return paint_wall(cr, look, random);
    case Background::outdoors:
      return paint_outdoors(cr, look, random);
    case Background::curtain:
      return paint_curtain(cr, look, random);
    case Background::bricks:
      return paint_bricks(cr, look, random);
  }
}

}  // namespace

void paint_background(cairo_t* cr, const Look& look, Random random) {
  // Painted small and magnified: out of focus, as behind a person it is, and a tenth of the time.
  constexpr int coarse = 4;
  const SurfaceHandle small(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width / coarse, height / coarse));
  {
    const CairoHandle brush(cairo_create(small.get()));
    cairo_scale(brush.get(), 1.0 / coarse, 1.0 / coarse);
    paint_kind(brush.get(), look, random);
  }
  const PatternHandle magnified(cairo_pattern_create_for_surface(small.get()));
  cairo_pattern_set_filter(magnified.get(), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend(magnified.get(), CAIRO_EXTEND_PAD);
  cairo_save(cr);
  cairo_scale(cr, coarse, coarse);
  cairo_set_source(cr, magnified.get());
  cairo_paint(cr);
  cairo_restore(cr);
}

}  // namespace pehchan
