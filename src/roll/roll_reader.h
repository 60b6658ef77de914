#pragma once
#include <memory>
#include <optional>
#include <string>

#include "roll/columns.h"
#include "roll/places.h"
#include "roll/roll_source.h"
#include "roll/row_reader.h"
#include "roll/row_source.h"

namespace pehchan {

/// A roll that is open, its header and what belongs to it read. Throws RunError as read_roll, from every function.
class RollReader {
 public:
  explicit RollReader(const RollSource& about);
  /// Rows from elsewhere; `about.where` is for messages.
  RollReader(std::unique_ptr<RowSource> source, const RollSource& about);

  bool next(Record& record) { return source_->next(record); }
  JudgedRow judge(const Record& record) const { return reader_->read(record); }
  const Columns& columns() const { return columns_; }
  const std::string& file() const { return file_; }
  SourceForm form() const { return source_->form(); }

 private:
  std::unique_ptr<RowSource> source_;
  std::string file_;
  Columns columns_;
  std::optional<PlaceList> places_;
  std::optional<RowReader> reader_;
};

}  // namespace pehchan
