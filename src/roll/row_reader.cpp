#include "roll/row_reader.h"

#include <utility>

#include "roll/normalise.h"
#include "roll/utf8.h"
#include "roll/validate.h"

namespace pehchan {

/// One row on its way from cells to a member.
struct RowReader::Row {
  JudgedRow judged;
  std::vector<Field> unread;  ///< fields whose cell is not text
  bool in_columns = true;     ///< every cell is surely in its own column
};

RowReader::RowReader(const Columns& columns, std::string file, const PlaceList* places)
    : columns_(columns), file_(std::move(file)), places_(places) {
  fields_.resize(columns.headings.size());
  for (std::size_t i = 0; i < field_count; ++i)
    if (columns.places[i]) fields_[*columns.places[i]] = static_cast<Field>(i);
}

void RowReader::add(Row& row, RowFault fault, std::string field) const {
  row.judged.problems.push_back(roll_problem(fault, file_, row.judged.member.row, std::move(field)));
}

void RowReader::judge_shape(const Record& record, Row& row) const {
  const bool short_row = record.cells.size() < columns_.headings.size();
  switch (record.defect) {
    case Defect::none:
      break;
    case Defect::quote_unclosed:
      add(row, RowFault::quote_unclosed, {});
      break;
    case Defect::quote_misplaced:
      add(row, RowFault::quote_misplaced, {});
      break;
    case Defect::too_long:
      add(row, RowFault::row_too_long, {});
      break;
    case Defect::cell_count:
      add(row, short_row ? RowFault::too_few_cells : RowFault::too_many_cells, {});
      break;
  }
  if (columns_.surplus && *columns_.surplus < record.cells.size() && !record.cells[*columns_.surplus].empty())
    add(row, RowFault::not_mended, std::string(surplus_column));
  row.in_columns = row.judged.problems.empty();
}

void RowReader::read_cell(const std::string& text, std::size_t cell, Row& row) const {
  if (columns_.added[cell]) return;
  const bool has_nul = text.find('\0') != std::string::npos;
  if (has_nul || find_bad_utf8(text)) {
    add(row, has_nul ? RowFault::nul : RowFault::bad_utf8, columns_.name_of_cell(cell));
    if (fields_[cell]) row.unread.push_back(*fields_[cell]);
  } else if (fields_[cell]) {
    row.judged.member[*fields_[cell]] = normalised(*fields_[cell], text);
  }
}

void RowReader::validate(Row& row) const {
  const bool receipts_kept = columns_[Field::channel] && columns_[Field::receipt_no];
  for (const auto& [fault, field] : faults_of(row.judged.member, row.unread, receipts_kept))
    if (fault != RowFault::stray_quote || row.in_columns)  // of a broken row it was said already
      add(row, fault, std::string(name_of(field)));
  if (places_ == nullptr || !row.in_columns) return;
  if (auto problem = places_->problem_of(row.judged.member, file_)) row.judged.problems.push_back(std::move(*problem));
}

JudgedRow RowReader::read(const Record& record) const {
  Row row;
  row.judged.member.row = record.row;
  judge_shape(record, row);
  const bool is_whole = record.cells.size() == columns_.headings.size();
  if (is_whole)
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell) read_cell(record.cells[cell], cell, row);
  const std::string& status = row.judged.member[Field::status];
  if (row.in_columns && status == "pending") {
    row.judged.verdict = Verdict::pending;
  } else if (row.in_columns && status == "declined") {
    row.judged.verdict = Verdict::declined;
  } else {
    if (is_whole) validate(row);
    row.judged.verdict = row.judged.problems.empty() ? Verdict::confirmed : Verdict::withheld;
  }
  return std::move(row.judged);
}

}  // namespace pehchan
