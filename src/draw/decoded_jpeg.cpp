#include "draw/decoded_jpeg.h"

#include <turbojpeg.h>

#include <bit>
#include <memory>

#include "base/run_error.h"
#include "draw/canvas.h"

namespace pehchan {
namespace {

struct Close {
  void operator()(void* decoder) const { tjDestroy(decoder); }
};

/// Cairo's RGB24 is a 32 bit number: 0x00RRGGBB.
constexpr int pixel_format = std::endian::native == std::endian::little ? TJPF_BGRX : TJPF_XRGB;

[[noreturn]] void refuse() { throw RunError(ExitCode::internal, "a picture that was looked at is not a whole JPEG"); }

}  // namespace

SurfaceHandle decoded_jpeg(const std::string& jpeg, double least_width) {
  const std::unique_ptr<void, Close> decoder(tjInitDecompress());
  const auto* data = reinterpret_cast<const unsigned char*>(jpeg.data());
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (tjDecompressHeader3(decoder.get(), data, jpeg.size(), &width, &height, &sampling, &colours) != 0) refuse();
  tjscalingfactor factor{1, 1};
  while (factor.denom < 8 && width >= least_width * factor.denom * 2) factor.denom *= 2;
  const int wide = TJSCALED(width, factor), high = TJSCALED(height, factor);
  SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, wide, high));
  check(image.get(), "making a picture's surface");
  cairo_surface_flush(image.get());
  if (tjDecompress2(decoder.get(), data, jpeg.size(), cairo_image_surface_get_data(image.get()), wide,
                    cairo_image_surface_get_stride(image.get()), high, pixel_format, TJFLAG_STOPONWARNING) != 0)
    refuse();
  cairo_surface_mark_dirty(image.get());
  return image;
}

}  // namespace pehchan
