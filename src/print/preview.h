#pragma once
#include <filesystem>
#include <string>

#include "model/imposition.h"

namespace pehchan {

/// An area of one page as a PNG file's bytes, through Poppler; what lies in it `lies` turned so and is shown upright.
/// With a `corner` radius the picture's corners are round: beyond them it is transparent. `page` counts from 1. Throws
/// RunError: cannot_create when it is too large to be drawn, else internal.
std::string preview_png(const std::filesystem::path& pdf, int page, const Rect& area, double dpi,
                        Turn lies = Turn::none, Mm corner = {});

/// The same of a whole page.
std::string page_png(const std::filesystem::path& pdf, int page, double dpi);

}  // namespace pehchan
