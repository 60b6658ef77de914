#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/sheet_format.h"

namespace pehchan {

/// Where Debian's package glabels-data keeps its templates.
inline constexpr const char* glabels_folder = "/usr/share/libglabels-3.0/templates";

/// The sheet "BRAND-PART", such as "Avery-5371" (blanks in the brand as hyphens; letters as one likes), of the XML
/// files of a folder: rectangles on sheets of paper, printed on both sides over the long edge, with as much bleed as
/// their gutters and margins leave, 2 mm at most, and without marks. The files are read without network, entities of
/// their own or DTDs. Throws RunError: missing_input when the folder or the sheet is not there, bad_config when cards
/// cannot be printed on it.
SheetFormat read_glabels_format(const std::string& name, const std::filesystem::path& folder);

/// Every sheet of cards (by its category) that read_glabels_format can read, by name; none without the folder.
std::vector<SheetFormat> glabels_formats(const std::filesystem::path& folder);

}  // namespace pehchan
