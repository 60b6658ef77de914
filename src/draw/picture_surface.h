#pragma once
#include <cstddef>

#include "base/geometry.h"
#include "draw/handles.h"
#include "model/card_template.h"

namespace pehchan {

/// A picture as a source to paint with, which a PDF stores once however often it is painted: SVG as vectors, what has
/// a filter or a mask in it at 406 dpi; PNG with its alpha; a JPEG's bytes as they are, or its pixels for a raster
/// surface.
class PictureSurface {
 public:
  enum class Jpeg { as_bytes, as_pixels };

  /// An SVG's filters and masks are made for a box of this size; a PNG or JPEG is the same whatever the box. Throws
  /// RunError (bad_config), see inspect_picture; a JPEG is taken as sound.
  PictureSurface(const ArtworkFile& picture, Size box, Jpeg jpeg = Jpeg::as_bytes);

  /// As many as it takes memory for, unpacked: a JPEG's and those of an SVG's pictures count.
  std::size_t pixels() const { return pixels_; }
  /// As large as the box allows, keeping its proportions.
  Size size_in(Size box) const;
  /// As large as that, its top left corner at the origin, 1 unit = 1 mm.
  void paint(cairo_t* cairo, Size size) const;

 private:
  SurfaceHandle surface_;
  std::size_t pixels_ = 0;
  double proportion_ = 1;          ///< width by height
  double width_ = 1, height_ = 1;  ///< of the surface, in its own units
};

}  // namespace pehchan
