#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "roll/encoding.h"

namespace pehchan {

/// What makes a row of a CSV file unreadable as such.
enum class Defect {
  none,
  quote_unclosed,   ///< a quoted cell does not end, or ends lines below, so that the row has not its columns
  quote_misplaced,  ///< a quotation mark inside an unquoted cell, or text after a closing one
  too_long,         ///< a cell over 64 KiB or a row over 256 KiB
  cell_count,       ///< not as many cells as the header
};

struct Record {
  std::size_t row = 0;             ///< as a spreadsheet numbers it: one a record, blank lines counted
  std::vector<std::string> cells;  ///< with a defect: the first line as far as it can be split
  Defect defect = Defect::none;
};

/// RFC 4180 records of a text, by libcsv in strict mode, with recovery row by row: what is wrong with a record is a
/// defect of its first line alone, and reading goes on at the line after that one. Cells are given as they are written,
/// blanks around them included. Memory stays under 1 MiB whatever the file holds.
class CsvReader {
 public:
  explicit CsvReader(TextReader& text);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  /// The next record that is not blank (nothing but blanks and delimiters); false at the end.
  bool next(Record& record);
  /// From now on a record of another number of cells is a defect.
  void expect_columns(std::size_t count);
  /// ',' ';' or a tab, by which of them the first record has most of; known after the first next().
  char delimiter() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Appends one cell, quoted where RFC 4180 asks for it or another delimiter could be guessed.
void append_csv_cell(std::string& line, std::string_view cell);

}  // namespace pehchan
