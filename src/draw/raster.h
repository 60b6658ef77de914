#pragma once
#include <cairo.h>

namespace pehchan {

/// Whether what is drawn becomes pixels at once, and not a file's or a recording's objects.
inline bool is_raster(cairo_t* cairo) {
  return cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE;
}

/// How a picture is drawn larger or smaller: as `on_raster` says, but in a file, where any other makes Cairo write
/// /Interpolate true, which PDF/A forbids.
inline cairo_filter_t picture_filter(cairo_t* cairo, cairo_filter_t on_raster = CAIRO_FILTER_GOOD) {
  return is_raster(cairo) ? on_raster : CAIRO_FILTER_NEAREST;
}

}  // namespace pehchan
