#pragma once
#include <cairo.h>

namespace pehchan {

/// Whether what is drawn becomes pixels at once, and not a file's or a recording's objects.
inline bool is_raster(cairo_t* cairo) {
  return cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE;
}

/// How pictures are drawn larger or smaller. In a file any other filter makes Cairo write /Interpolate true, which
/// PDF/A forbids.
inline cairo_filter_t smooth_filter(cairo_t* cairo) {
  return is_raster(cairo) ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST;
}

}  // namespace pehchan
