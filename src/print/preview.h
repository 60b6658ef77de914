#pragma once
#include <filesystem>
#include <string>

namespace pehchan {

/// One page as a PNG file's bytes, through Poppler. `page` counts from 1. Throws RunError when it cannot be rendered.
std::string preview_png(const std::filesystem::path& pdf, int page, double dpi);

}  // namespace pehchan
