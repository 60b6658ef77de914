#include "demo/draw_passport_photo.h"

#include "base/run_error.h"
#include "demo/background.h"
#include "demo/brush.h"
#include "demo/photo_file.h"
#include "demo/portrait.h"
#include "draw/handles.h"
#include "model/crop_frame.h"

namespace pehchan {
namespace {

constexpr int jpeg_quality = 90;
/// Crown to chin in distances between the eyes, as in the portraits made of photos.
constexpr double head_in_eye_distances = 3.59;

enum Purpose : std::uint64_t { for_look = 1, for_background = 3, for_person = 4 };

}  // namespace

std::string draw_passport_photo(std::uint64_t seed, std::size_t index, bool woman, int width, int height, double head) {
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const CairoHandle cr(cairo_create(surface.get()));
  Look look = invent_look(Random(seed, index, for_look), woman);
  look.background = Background::studio;
  Framing framing;
  use(cr.get(), look.behind);  // what is wider than the painted background
  cairo_paint(cr.get());
  const double crop_height = framing.eye_distance * head_in_eye_distances / head;
  const double scale = height / crop_height;
  cairo_scale(cr.get(), scale, scale);
  cairo_translate(cr.get(), width / scale / 2 - framing.eyes_x, crop_height * CropFrame::eye_line - framing.eyes_y);
  paint_background(cr.get(), look, Random(seed, index, for_background));
  paint_person(cr.get(), look, framing, Random(seed, index, for_person));
  if (const auto status = cairo_status(cr.get()); status != CAIRO_STATUS_SUCCESS)
    throw RunError(ExitCode::internal, std::string("cannot draw a portrait: ") + cairo_status_to_string(status));
  return encode_photo(surface.get(), jpeg_quality, 1);
}

}  // namespace pehchan
