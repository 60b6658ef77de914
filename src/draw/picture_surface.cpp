#include "draw/picture_surface.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "draw/canvas.h"
#include "draw/decoded_jpeg.h"
#include "draw/inspect_picture.h"
#include "draw/mime_data.h"
#include "draw/raster.h"
#include "draw/refuse_artwork.h"
#include "draw/svg_drawing.h"

namespace pehchan {
namespace {

constexpr double units_per_mm = 16;

double proportion_of(const SvgDrawing& svg, const std::string& file) {
  if (const double proportion = svg.proportion(); proportion > 0) return proportion;
  refuse_artwork(file, "it has no viewBox, which says how large it is",
                 "Save it again as plain SVG; Inkscape writes a viewBox.");
}

SurfaceHandle recorded(const SvgDrawing& svg, Size size, const std::string& file) {
  const cairo_rectangle_t extents{0, 0, size.width.value * units_per_mm, size.height.value * units_per_mm};
  SurfaceHandle surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
  check(surface.get(), "making a surface for " + file);
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), units_per_mm, units_per_mm);
  svg.draw(cairo.get(), {{}, {}, size.width, size.height});
  return surface;
}

SurfaceHandle unpacked(const ArtworkFile& png) {
  const auto read = [](void* rest, unsigned char* bytes, unsigned count) {
    auto& left = *static_cast<std::string_view*>(rest);
    if (left.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(left.begin(), count, bytes);
    left.remove_prefix(count);
    return CAIRO_STATUS_SUCCESS;
  };
  std::string_view rest = png.bytes;
  SurfaceHandle surface(cairo_image_surface_create_from_png_stream(read, &rest));
  if (cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS) return surface;
  refuse_artwork(png.file, "it is damaged", "Save it again as PNG.");
}

}  // namespace

PictureSurface::PictureSurface(const ArtworkFile& picture, Size box, Jpeg jpeg) {
  std::string id = sha256_hex(picture.bytes);
  if (const auto px = demand_picture_size(picture)) {
    const double width = static_cast<double>(px->width), height = static_cast<double>(px->height);
    proportion_ = width / height;
    pixels_ = px->width * px->height;
    if (picture.bytes.starts_with("\x89PNG")) {
      surface_ = unpacked(picture);
      width_ = width, height_ = height;
    } else if (jpeg == Jpeg::as_pixels) {
      surface_ = decoded_jpeg(picture.bytes, width);
      width_ = width, height_ = height;
    } else {
      surface_ = undecoded_jpeg(picture.bytes);
    }
  } else {
    const SvgDrawing svg(picture);
    proportion_ = proportion_of(svg, picture.file);
    pixels_ = svg.pixels();
    const Size size = size_in(box);
    width_ = size.width.value * units_per_mm, height_ = size.height.value * units_per_mm;
    surface_ = recorded(svg, size, picture.file);
    id += fmt::format(" {} {}", width_, height_);
  }
  attach(surface_.get(), CAIRO_MIME_TYPE_UNIQUE_ID, id);
}

Size PictureSurface::size_in(Size box) const {
  const Mm width = std::min(box.width, box.height * proportion_);
  return {width, width / proportion_};
}

void PictureSurface::paint(cairo_t* cairo, Size size) const {
  cairo_save(cairo);
  cairo_scale(cairo, size.width.value / width_, size.height.value / height_);
  const PatternHandle pattern(cairo_pattern_create_for_surface(surface_.get()));
  cairo_pattern_set_filter(pattern.get(), picture_filter(cairo));
  cairo_set_source(cairo, pattern.get());
  cairo_paint(cairo);
  cairo_restore(cairo);
}

}  // namespace pehchan
