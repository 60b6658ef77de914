#include "demo/photo_file.h"

#include <turbojpeg.h>

#include <memory>

#include "base/run_error.h"

namespace pehchan {
namespace {

/// The smallest Exif segment: a big-endian TIFF header and one directory of one tag, Orientation.
std::string exif_segment(int orientation) {
  using namespace std::string_literals;
  std::string body = "Exif\0\0MM\0\x2a\0\0\0\x08"s;
  body += "\0\x01"s;
  body += "\x01\x12\0\x03\0\0\0\x01\0"s;
  body += static_cast<char>(orientation);
  body += "\0\0\0\0\0\0"s;
  const std::size_t size = body.size() + 2;
  return "\xff\xe1"s + static_cast<char>(size >> 8) + static_cast<char>(size & 0xff) + body;
}

struct Encoder {
  void operator()(void* handle) const { tjDestroy(handle); }
};
struct Bytes {
  void operator()(unsigned char* bytes) const { tjFree(bytes); }
};

}  // namespace

void turn_for(cairo_t* cr, int orientation, double upright_width, double upright_height) {
  const double w = upright_width, h = upright_height;
  cairo_matrix_t m;
  cairo_matrix_init_identity(&m);
  switch (orientation) {
    case 2:
      cairo_matrix_init(&m, -1, 0, 0, 1, w, 0);
      break;
    case 3:
      cairo_matrix_init(&m, -1, 0, 0, -1, w, h);
      break;
    case 4:
      cairo_matrix_init(&m, 1, 0, 0, -1, 0, h);
      break;
    case 5:
      cairo_matrix_init(&m, 0, 1, 1, 0, 0, 0);
      break;
    case 6:
      cairo_matrix_init(&m, 0, -1, 1, 0, 0, w);
      break;
    case 7:
      cairo_matrix_init(&m, 0, -1, -1, 0, h, w);
      break;
    case 8:
      cairo_matrix_init(&m, 0, 1, -1, 0, h, 0);
      break;
    default:
      break;
  }
  cairo_transform(cr, &m);
}

std::string encode_photo(cairo_surface_t* surface, int quality, int orientation) {
  cairo_surface_flush(surface);
  const std::unique_ptr<void, Encoder> encoder(tjInitCompress());
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  constexpr int pixels = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? TJPF_BGRX : TJPF_XRGB;
  const int failed =
      !encoder ||
      tjCompress2(encoder.get(), cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
                  cairo_image_surface_get_stride(surface), cairo_image_surface_get_height(surface), pixels, &buffer,
                  &size, TJSAMP_420, quality, 0) != 0;
  const std::unique_ptr<unsigned char, Bytes> owned(buffer);
  if (failed) throw RunError(ExitCode::internal, "cannot compress a demo photo");
  std::string jpeg(reinterpret_cast<const char*>(owned.get()), size);
  if (orientation != 1) jpeg.insert(2, exif_segment(orientation));
  return jpeg;
}

}  // namespace pehchan
