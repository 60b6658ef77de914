#pragma once
#include <string>

#include "draw/handles.h"

namespace pehchan {

/// A JPEG's pixels, for a raster surface: each side divided by 1, 2, 4 or 8, as far as it stays at least so many px
/// wide. Throws RunError (internal) for what is not a whole JPEG in grey or three colours: photo/portrait_of and
/// inspect_picture have looked at it before.
SurfaceHandle decoded_jpeg(const std::string& jpeg, double least_width);

}  // namespace pehchan
