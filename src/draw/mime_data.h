#pragma once
#include <string>

#include "draw/handles.h"

namespace pehchan {

/// Attaches bytes to a surface for whoever it is painted on: a copy, kept as long as anybody needs it. Throws RunError
/// (internal).
void attach(cairo_surface_t* surface, const char* mime_type, const std::string& bytes);

/// One pixel with the JPEG attached: a PDF surface takes the JPEG, at its own size, and no pixels. An image of the
/// JPEG's size would do the same, and cost 1.8 MB for each portrait of a page. Its width and height are 1.
SurfaceHandle undecoded_jpeg(const std::string& jpeg);

}  // namespace pehchan
