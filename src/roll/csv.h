#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "roll/encoding.h"
#include "roll/row_source.h"

namespace pehchan {

/// RFC 4180 records of a text, by libcsv in strict mode, with recovery row by row: what is wrong with a record is a
/// defect of its first line alone, and reading goes on at the line after that one. Cells are given as they are written,
/// blanks around them included. Memory stays under 1 MiB whatever the file holds.
class CsvReader : public RowSource {
 public:
  explicit CsvReader(TextReader& text);
  ~CsvReader() override;

  /// The next record that is not blank (nothing but blanks and delimiters); false at the end. Rows are counted one a
  /// record, blank lines too.
  bool next(Record& record) override;
  void expect_columns(std::size_t count) override;
  /// The delimiter is ',' ';' or a tab, by which of them the header has most of.
  SourceForm form() const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Appends one cell, quoted where RFC 4180 asks for it or another delimiter could be guessed.
void append_csv_cell(std::string& line, std::string_view cell);

}  // namespace pehchan
