#include "roll/read_roll.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "base/run_error.h"
#include "roll/columns.h"
#include "roll/csv.h"
#include "roll/duplicates.h"
#include "roll/encoding.h"
#include "roll/normalise.h"
#include "roll/problems.h"
#include "roll/utf8.h"
#include "roll/validate.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

/// One row on its way from cells to a member.
struct Row {
  Member member;
  std::vector<Problem> problems;
  std::vector<Field> unread;  ///< fields whose cell is not text
  bool in_columns = true;     ///< every cell is surely in its own column
};

class RowReader {
 public:
  RowReader(const Columns& columns, const std::string& file) : columns_(columns), file_(file) {
    fields_.resize(columns.headings.size());
    for (std::size_t i = 0; i < field_count; ++i)
      if (columns.places[i]) fields_[*columns.places[i]] = static_cast<Field>(i);
  }

  Row read(const Record& record) const;
  void validate(Row& row) const;

 private:
  void add(Row& row, RowFault fault, std::string field) const {
    row.problems.push_back(roll_problem(fault, file_, row.member.row, std::move(field)));
  }
  void judge_shape(const Record& record, Row& row) const;
  void read_cell(const std::string& text, std::size_t cell, Row& row) const;

  const Columns& columns_;
  const std::string& file_;
  std::vector<std::optional<Field>> fields_;  ///< of each cell
};

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
  row.in_columns = row.problems.empty();
}

void RowReader::read_cell(const std::string& text, std::size_t cell, Row& row) const {
  if (columns_.added[cell]) return;
  const bool has_nul = text.find('\0') != std::string::npos;
  if (has_nul || find_bad_utf8(text)) {
    add(row, has_nul ? RowFault::nul : RowFault::bad_utf8, columns_.name_of_cell(cell));
    if (fields_[cell]) row.unread.push_back(*fields_[cell]);
  } else if (fields_[cell]) {
    row.member[*fields_[cell]] = normalised(*fields_[cell], text);
  }
}

Row RowReader::read(const Record& record) const {
  Row row;
  row.member.row = record.row;
  judge_shape(record, row);
  if (record.cells.size() == columns_.headings.size())
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell) read_cell(record.cells[cell], cell, row);
  return row;
}

void RowReader::validate(Row& row) const {
  const bool receipts_kept = columns_[Field::channel] && columns_[Field::receipt_no];
  for (const auto& [fault, field] : faults_of(row.member, row.unread, receipts_kept))
    if (fault != RowFault::stray_quote || row.in_columns)  // of a broken row it was said already
      add(row, fault, std::string(name_of(field)));
}

}  // namespace

Roll read_roll(std::istream& bytes, const std::string& file, const RollOptions& options) {
  TextReader text(bytes, file, options.encoding);
  CsvReader csv(text);
  const Columns columns = read_header(csv, file);
  const RowReader reader(columns, file);

  Roll roll;
  roll.file = file;
  for (Record record; csv.next(record);) {
    ++roll.rows;
    Row row = reader.read(record);
    const std::string& status = row.member[Field::status];
    if (row.in_columns && status == "pending") {
      ++roll.pending;
    } else if (row.in_columns && status == "declined") {
      ++roll.declined;
    } else {
      if (record.cells.size() == columns.headings.size()) reader.validate(row);
      if (row.problems.empty())
        roll.confirmed.push_back(std::move(row.member));
      else
        roll.withheld.push_back({std::move(row.member), std::move(row.problems)});
    }
  }
  withhold_duplicates(roll);
  add_notes(roll);
  return roll;
}

Roll read_roll(const fs::path& file, const RollOptions& options) {
  std::ifstream bytes = open_roll(file);
  return read_roll(bytes, file.string(), options);
}

std::ifstream open_roll(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status))
    throw RunError(ExitCode::missing_input, fmt::format("there is no roll {}", file.string()),
                   "Check the name given with --roll.");
  if (!fs::is_regular_file(status))
    throw RunError(ExitCode::missing_input, fmt::format("{} is not a file", file.string()),
                   "Give --roll a CSV file, not a folder or a pipe: it is read twice.");
  std::ifstream bytes(file, std::ios::binary);
  if (!bytes)
    throw RunError(ExitCode::missing_input, fmt::format("cannot open {}", file.string()),
                   "Check that you may read it.");
  return bytes;
}

}  // namespace pehchan
