#pragma once
#include <cstddef>

#include "base/geometry.h"
#include "draw/handles.h"
#include "model/card_template.h"

namespace pehchan {

/// A picture as a source to paint with, which a PDF stores once however often it is painted: SVG as vectors, what has
/// a filter or a mask in it at 406 dpi; PNG with its alpha; a JPEG's bytes as they are, never decoded (on a raster
/// surface nothing is seen of it).
class PictureSurface {
 public:
  /// For a box of this size. Throws RunError (bad_config), see inspect_picture; a JPEG is taken as sound.
  PictureSurface(const ArtworkFile& picture, Size box);

  /// As large as the box allows, keeping its proportions.
  Size size() const { return size_; }
  /// Its top left corner at the origin, 1 unit = 1 mm.
  void paint(cairo_t* cairo) const;

 private:
  SurfaceHandle surface_;
  Size size_;
  double width_ = 1, height_ = 1;  ///< of the surface, in its own units
};

}  // namespace pehchan
