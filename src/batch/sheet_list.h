#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/sheet_format.h"

namespace pehchan {

/// As `pehchan sheets --json` tells them, with where each card lies on both sides: mm, from the paper's top left
/// corner.
std::string sheets_json(const std::vector<SheetFormat>& formats);

/// Draws them (see print/sheet_thumbnails.h), imposed.
void draw_sheet_list(const std::filesystem::path& file, const std::vector<SheetFormat>& formats);

}  // namespace pehchan
