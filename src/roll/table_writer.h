#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "roll/row_source.h"

namespace pehchan {

/// Writes a table of texts, row by row, the first row being its headings. The file appears with commit() and whole.
/// Throws RunError as cannot_write says.
class TableWriter {
 public:
  TableWriter() = default;
  virtual ~TableWriter() = default;
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// Cells are UTF-8 without NUL, as many in each row as in the first.
  virtual void row(const std::vector<std::string>& cells) = 0;
  virtual void commit() = 0;
};

/// A writer for the form of a roll; a database's rows become CSV.
std::unique_ptr<TableWriter> make_table(const std::filesystem::path& file, const SourceForm& form);

/// UTF-8 with a byte order mark, lines ending in CR LF.
std::unique_ptr<TableWriter> make_csv_table(const std::filesystem::path& file, char delimiter);

/// Every cell formatted as text, so that a spreadsheet shortens no number and runs no formula; headings stay in sight.
/// Memory stays flat.
std::unique_ptr<TableWriter> make_xlsx_table(const std::filesystem::path& file, const std::string& worksheet);

/// Every cell a text. The table is held in memory.
std::unique_ptr<TableWriter> make_ods_table(const std::filesystem::path& file, const std::string& worksheet);

}  // namespace pehchan
