#include "draw/mime_data.h"

#include "base/run_error.h"
#include "draw/canvas.h"

namespace pehchan {

void attach(cairo_surface_t* surface, const char* mime_type, const std::string& bytes) {
  auto* owned = new std::string(bytes);
  const cairo_status_t status = cairo_surface_set_mime_data(
      surface, mime_type, reinterpret_cast<const unsigned char*>(owned->data()), owned->size(),
      [](void* data) { delete static_cast<std::string*>(data); }, owned);
  if (status == CAIRO_STATUS_SUCCESS) return;
  delete owned;
  throw RunError(ExitCode::internal, std::string("attaching a picture failed: ") + cairo_status_to_string(status));
}

SurfaceHandle undecoded_jpeg(const std::string& jpeg) {
  SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1));
  check(image.get(), "making a picture's surface");
  attach(image.get(), CAIRO_MIME_TYPE_JPEG, jpeg);
  return image;
}

}  // namespace pehchan
