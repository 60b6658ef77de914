#pragma once
#include <filesystem>

#include "model/sheet_format.h"

namespace pehchan {

/// Reads one sheet format, such as templates/sheets/a4-2x5.toml (all lengths in mm). Throws RunError (bad_config) that
/// tells file, line and what is wrong: an unknown or missing key, cards or bleed outside what the printer reaches, a
/// bleed wider than half a gutter, marks inside the bleed or off the paper, or a back that would not lie behind its
/// front.
SheetFormat read_sheet_format(const std::filesystem::path& file);

/// The formats' file for a name: templates/sheets/NAME.toml of the data folder, or NAME itself when it is a path.
std::filesystem::path sheet_format_file(const std::string& name, const std::filesystem::path& data_folder);

}  // namespace pehchan
