#include "demo/draw_photo.h"

#include <algorithm>
#include <utility>

#include "base/run_error.h"
#include "demo/background.h"
#include "demo/brush.h"
#include "demo/photo_file.h"
#include "demo/portrait.h"
#include "draw/handles.h"

namespace pehchan {
namespace {

constexpr int width = 1200, height = 1600, jpeg_quality = 88;

/// Streams of one photo, so that a change of one part leaves the others as they were.
enum Purpose : std::uint64_t { for_look = 1, for_framing, for_background, for_person, for_orientation, for_neighbour };

void paint_chair(cairo_t* cr) {
  const Colour wood = rgb(112, 72, 46);
  use(cr, wood);
  for (const double x : {400.0, 760.0}) cairo_rectangle(cr, x, 720, 40, 880);
  for (const double y : {760.0, 880.0, 1000.0}) cairo_rectangle(cr, 400, y, 400, 60);
  cairo_fill(cr);
  cairo_rectangle(cr, 370, 1180, 460, 90);
  fill_graded(cr, {0, 1180}, lighter(wood), {0, 1270}, darker(wood));
}

void paint_two(cairo_t* cr, const Look& look, std::uint64_t seed, std::size_t index) {
  Random random(seed, index, for_neighbour);
  for (const double x : {330.0, 870.0}) {
    const bool is_first = x < 600;
    const Look who = is_first ? look : invent_look(Random(random.next()), !look.woman);
    Framing framing;
    framing.eyes_x = x + random.between(-25, 25);
    framing.eyes_y = random.between(560, 700);
    framing.eye_distance = random.between(104, 122);
    framing.tilt = random.between(-0.04, 0.04);
    paint_person(cr, who, framing, Random(random.next()));
  }
}

void paint_scene(cairo_t* cr, std::uint64_t seed, std::size_t index, bool woman, Scene scene) {
  const Look look = invent_look(Random(seed, index, for_look), woman);
  paint_background(cr, look, Random(seed, index, for_background));
  switch (scene) {
    case Scene::nobody:
      return paint_chair(cr);
    case Scene::two_people:
      return paint_two(cr, look, seed, index);
    case Scene::portrait:
    case Scene::too_small:
      Framing framing = invent_framing(Random(seed, index, for_framing));
      // The largest heads would still do at a sixth of the size.
      if (scene == Scene::too_small) framing.eye_distance = std::min(framing.eye_distance, 180.0);
      return paint_person(cr, look, framing, Random(seed, index, for_person));
  }
}

}  // namespace

int orientation_of(std::uint64_t seed, std::size_t index) {
  const double place = Random(seed, index, for_orientation).unit();
  constexpr std::pair<double, int> shares[] = {{0.05, 3}, {0.16, 6},  {0.23, 8}, {0.235, 2},
                                               {0.24, 4}, {0.245, 5}, {0.25, 7}};
  for (const auto& [below, orientation] : shares) {
    if (place < below) return orientation;
  }
  return 1;
}

std::string draw_photo(std::uint64_t seed, std::size_t index, bool woman, Scene scene) {
  const int orientation = orientation_of(seed, index);
  const int w = scene == Scene::too_small ? 200 : width, h = scene == Scene::too_small ? 266 : height;
  const SurfaceHandle surface(is_lying(orientation) ? cairo_image_surface_create(CAIRO_FORMAT_RGB24, h, w)
                                                    : cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h));
  const CairoHandle cr(cairo_create(surface.get()));
  cairo_set_antialias(cr.get(), CAIRO_ANTIALIAS_FAST);
  turn_for(cr.get(), orientation, w, h);
  cairo_scale(cr.get(), w / double{width}, h / double{height});
  paint_scene(cr.get(), seed, index, woman, scene);
  if (const auto status = cairo_status(cr.get()); status != CAIRO_STATUS_SUCCESS) {
    throw RunError(ExitCode::internal, std::string("cannot draw a demo photo: ") + cairo_status_to_string(status));
  }
  return encode_photo(surface.get(), jpeg_quality, orientation);
}

}  // namespace pehchan
