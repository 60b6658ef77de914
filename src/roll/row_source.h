#pragma once
#include <cstddef>
#include <string>

#include "roll/record.h"

namespace pehchan {

enum class RollFormat { csv, xlsx, ods, database };

/// What a file of withheld rows must share with the roll they came from.
struct SourceForm {
  RollFormat format = RollFormat::csv;
  char delimiter = ',';        ///< of a CSV file; known after the first row
  std::string worksheet = {};  ///< of a workbook
};

/// Rows, wherever they live: a CSV file, a worksheet, a table. A database gives its columns' names as row 1.
class RowSource {
 public:
  RowSource() = default;
  virtual ~RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;

  /// The next row that is not blank; false at the end. Throws RunError when reading fails.
  virtual bool next(Record& record) = 0;
  /// The header was found: from now on a row of another number of cells is a defect. (A workbook keeps no empty cells:
  /// there only a row that is too long is.)
  virtual void expect_columns(std::size_t count) = 0;
  virtual SourceForm form() const = 0;
};

}  // namespace pehchan
