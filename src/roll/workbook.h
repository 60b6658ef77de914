#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "roll/row_source.h"

namespace pehchan {

/// Rows of a worksheet of an XLSX or ODS file, each cell as text, numbered as the spreadsheet shows them. What the
/// spreadsheet only displays is not seen: a cell with 7 that is formatted as 0000 comes as 7, so columns of numbers
/// with zeros in front must be formatted as text. Formulas give the value that was saved with them, or an empty cell.
/// A worksheet is held in memory. `worksheet` is its name; empty: the first. Throws RunError: bad_input for what is no
/// such workbook, is damaged, unpacks to more than 512 MiB or 32 million cells, or has no such worksheet (with the
/// names that it has).
std::unique_ptr<RowSource> open_workbook(const std::filesystem::path& file, const std::string& worksheet);

}  // namespace pehchan
