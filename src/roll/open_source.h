#pragma once
#include <filesystem>
#include <istream>
#include <memory>

#include "roll/roll_source.h"
#include "roll/row_source.h"

namespace pehchan {

/// Opens what source.where names: a database's address, or a file by its first bytes (never by its name). Throws
/// RunError as read_roll.
std::unique_ptr<RowSource> open_source(const RollSource& source);

/// The same for a file of rows only: CSV, XLSX or ODS. Throws RunError: missing_input for what is not a regular file.
std::unique_ptr<RowSource> open_file(const std::filesystem::path& file, const RollSource& source);

/// The bytes of a CSV file, which must outlive the source.
std::unique_ptr<RowSource> open_stream(std::istream& csv, const RollSource& source);

}  // namespace pehchan
