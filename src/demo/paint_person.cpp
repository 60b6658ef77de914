#include "demo/portrait.h"

namespace pehchan {

void paint_person(cairo_t* cr, const Look& look, const Framing& framing, Random random) {
  cairo_save(cr);
  cairo_translate(cr, framing.eyes_x, framing.eyes_y);
  cairo_scale(cr, framing.eye_distance, framing.eye_distance);
  // The head tilts on the neck; half of it the shoulders follow.
  cairo_translate(cr, 0, 2.2);
  cairo_rotate(cr, framing.tilt * 0.4);
  cairo_translate(cr, 0, -2.2);
  const auto tilt_head = [&] {
    cairo_translate(cr, 0, 2.2);
    cairo_rotate(cr, framing.tilt * 0.6);
    cairo_translate(cr, 0, -2.2);
  };
  cairo_save(cr);
  tilt_head();
  paint_hair_behind(cr, look, Random(random.next()));
  cairo_restore(cr);
  paint_body(cr, look, Random(random.next()));
  tilt_head();
  paint_face(cr, look, Random(random.next()));
  paint_beard(cr, look, Random(random.next()));
  paint_hair(cr, look, Random(random.next()));
  if (look.spectacles) paint_spectacles(cr, look);
  cairo_restore(cr);
}

}  // namespace pehchan
