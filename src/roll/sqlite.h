#pragma once
#include <filesystem>
#include <memory>

#include "roll/roll_source.h"
#include "roll/row_source.h"

namespace pehchan {

/// Rows of a table or a query of a SQLite file, every column as text. The file is opened for reading only and nothing
/// is left beside it. See database_select.h for the order. Throws RunError: usage without --query or --table,
/// bad_input for bad SQL, several statements, a statement that would write, or a damaged file, try_again when another
/// program keeps it locked, io_error when reading fails.
std::unique_ptr<RowSource> open_sqlite(const std::filesystem::path& file, const RollSource& source);

}  // namespace pehchan
