#pragma once
#include <filesystem>
#include <string>

#include "base/geometry.h"

namespace pehchan {

/// An area of one page as a PNG file's bytes, through Poppler. `page` counts from 1. Throws RunError (internal) when it
/// cannot be rendered.
std::string preview_png(const std::filesystem::path& pdf, int page, const Rect& area, double dpi);

}  // namespace pehchan
