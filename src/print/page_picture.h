#pragma once
#include <filesystem>

#include "model/rgb_picture.h"

namespace pehchan {

/// A whole page of a finished PDF as exactly so many px, through Poppler, on white paper. `page` counts from 1. Throws
/// RunError (internal) when it cannot be drawn.
RgbPicture page_picture(const std::filesystem::path& pdf, int page, int width, int height);

}  // namespace pehchan
