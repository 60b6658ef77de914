#pragma once
#include "base/geometry.h"
#include "base/output_file.h"
#include "draw/handles.h"

namespace pehchan {

/// A PDF surface of Cairo's with pages of this size. `file` must outlive it; after the surface is finished,
/// OutputFile::finish() tells whether all of it was written.
SurfaceHandle pdf_surface(OutputFile& file, const Size& paper);

}  // namespace pehchan
