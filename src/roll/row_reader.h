#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/member.h"
#include "model/problem.h"
#include "roll/columns.h"
#include "roll/places.h"
#include "roll/problems.h"

namespace pehchan {

enum class Verdict { confirmed, pending, declined, withheld };

/// A row judged by itself: what other rows hold is duplicates' question.
struct JudgedRow {
  Verdict verdict = Verdict::withheld;
  Member member;                  ///< as far as it could be read
  std::vector<Problem> problems;  ///< of a withheld row: every reason
};

/// Turns records into members, with every reason where that cannot be.
class RowReader {
 public:
  /// `file` is for problems. The columns and the places must outlive the reader; `places` may be null.
  RowReader(const Columns& columns, std::string file, const PlaceList* places);

  JudgedRow read(const Record& record) const;

 private:
  struct Row;
  void add(Row& row, RowFault fault, std::string field) const;
  void judge_shape(const Record& record, Row& row) const;
  void read_cell(const std::string& text, std::size_t cell, Row& row) const;
  void validate(Row& row) const;

  const Columns& columns_;
  std::string file_;
  const PlaceList* places_;
  std::vector<std::optional<Field>> fields_;  ///< of each cell
};

}  // namespace pehchan
