#pragma once
#include <filesystem>
#include <string>

#include "model/sheet_format.h"

namespace pehchan {

/// Reads one sheet format, such as templates/sheets/a4-2x5.toml (docs/sheets.md has every key; lengths in mm). Throws
/// RunError (bad_config) that tells all its mistakes as FILE:LINE:COLUMN: unknown, missing and wrong keys, and what
/// faults_of finds. `file` is named in them.
SheetFormat parse_sheet_format(const std::string& toml, const std::filesystem::path& file);

/// The same of a file of at most 64 KiB. Throws RunError as read_file does, too.
SheetFormat read_sheet_format(const std::filesystem::path& file);

}  // namespace pehchan
