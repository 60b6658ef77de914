#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/sheet_format.h"

namespace pehchan {

/// A sheet format, and the text that tells it from any other: its file's bytes, or what toml_of writes where it has
/// none.
struct FoundFormat {
  SheetFormat format;
  std::string text;
};

/// `sheet`: a name of templates/sheets/ in the data folder, a file's path (which has a slash in it), a format as it is
/// typed ("3x7@297x420", see typed_format.h), or "glabels:Avery-5371", one of Debian's glabels-data. Throws RunError:
/// missing_input for an unknown name, told with the nearest; else as those do that read it.
FoundFormat find_sheet_format(const std::string& sheet, const std::filesystem::path& data_folder);

/// Whether that would be a file's path.
bool is_format_file(const std::string& sheet);

/// All formats of templates/sheets/ by name. Throws RunError when one has mistakes.
std::vector<SheetFormat> shipped_formats(const std::filesystem::path& data_folder);

}  // namespace pehchan
