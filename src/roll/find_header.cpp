#include "roll/find_header.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/run_error.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

constexpr Field needed[] = {Field::member_no, Field::name,  Field::booth_no, Field::block,
                            Field::district,  Field::photo, Field::status};
constexpr std::size_t last_row_searched = 20;

void refuse_unreadable(const Record& header, const std::string& file) {
  if (header.defect != Defect::none)
    throw RunError(
        ExitCode::bad_input,
        fmt::format("{}: row {}, the header, is not good CSV: a quotation mark or a length is wrong", file, header.row),
        "Save the roll again as 'CSV UTF-8' from the spreadsheet.");
  for (std::size_t cell = 0; cell < header.cells.size(); ++cell) {
    const std::string& text = header.cells[cell];
    if (const auto at = text.find('\0'); at != std::string::npos)
      throw RunError(
          ExitCode::bad_input,
          fmt::format("{}: row {}, the header: cell {} has a NUL as its byte {}", file, header.row, cell + 1, at + 1),
          "The file is probably UTF-16: say --encoding UTF-16LE, or save it as 'CSV UTF-8'.");
    if (const auto at = find_bad_utf8(text))
      throw RunError(ExitCode::bad_input,
                     fmt::format("{}: row {}, the header: cell {} is not UTF-8 at its byte {} (0x{:02X})", file,
                                 header.row, cell + 1, *at + 1, static_cast<unsigned char>(text[*at])),
                     "Save the roll as 'CSV UTF-8', or name its encoding, such as --encoding windows-1252.");
  }
}

struct Missing {
  std::vector<std::string_view> columns;
  std::vector<std::string> headings;  ///< of the map
  bool none() const { return columns.empty() && headings.empty(); }
};

Missing missing_in(const Columns& columns, const HeaderWanted& wanted) {
  Missing missing;
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto field = static_cast<Field>(i);
    if (columns[field]) continue;
    if (!wanted.map[field].empty())
      missing.headings.push_back(fmt::format("'{}' for {}", wanted.map[field], name_of(field)));
    else if (std::find(wanted.needed.begin(), wanted.needed.end(), field) != wanted.needed.end())
      missing.columns.push_back(name_of(field));
  }
  return missing;
}

void refuse_missing_or_double(const Columns& columns, const HeaderWanted& wanted) {
  const auto missing = missing_in(columns, wanted);
  std::vector<std::string> wrong;
  std::string advice;
  if (!missing.columns.empty()) {
    wrong.push_back(fmt::format("columns that are needed are missing: {}", fmt::join(missing.columns, ", ")));
    advice +=
        "Add the missing columns to the header, give their headings these names, or say with --columns FILE which "
        "heading is which. ";
  }
  if (!missing.headings.empty()) {
    wrong.push_back(
        fmt::format("headings named in the --columns file are missing: {}", fmt::join(missing.headings, ", ")));
    advice += "Write them in the --columns file as they are in the roll. ";
  }
  if (!columns.doubles.empty()) {
    wrong.push_back(fmt::format("columns are there twice: {}", fmt::join(columns.doubles, ", ")));
    advice += "Leave one column for each field and rename the other (the name in Hindi is name_local).";
  }
  if (!wrong.empty())
    throw RunError(ExitCode::bad_input,
                   fmt::format("{}: row {}, the header: {}", wanted.file, columns.row, fmt::join(wrong, "; ")), advice);
}

std::size_t known_columns(const Columns& columns) {
  return static_cast<std::size_t>(
      std::count_if(columns.places.begin(), columns.places.end(), [](const auto& place) { return place.has_value(); }));
}

/// The row that is the header, or the one most like it.
Record find_row(RowSource& source, const HeaderWanted& wanted) {
  std::optional<Record> best;
  std::size_t most = 0;
  for (Record record; source.next(record);) {
    if (record.row == 1 && heads_withheld(record)) return record;
    if (wanted.row != 0) {
      if (record.row == wanted.row) return record;
      if (record.row > wanted.row) break;
      continue;
    }
    if (best && record.row > last_row_searched) break;
    const Columns columns = match_columns(record, wanted.map);
    if (record.defect == Defect::none && missing_in(columns, wanted).none()) return record;
    if (!best || known_columns(columns) > most) {
      most = known_columns(columns);
      best = std::move(record);
    }
  }
  if (best) return std::move(*best);
  if (wanted.row != 0)
    throw RunError(ExitCode::bad_input, fmt::format("{}: row {} is empty or not there", wanted.file, wanted.row),
                   "Give --header-row the number that the spreadsheet shows beside the headings.");
  throw RunError(ExitCode::bad_input, fmt::format("{} is empty", wanted.file),
                 "Give a roll with a header row and one row a member.");
}

}  // namespace

std::span<const Field> needed_columns() { return needed; }

Columns find_header(RowSource& source, const HeaderWanted& wanted) {
  const Record header = find_row(source, wanted);
  refuse_unreadable(header, wanted.file);
  Columns columns = match_columns(header, wanted.map);
  refuse_missing_or_double(columns, wanted);
  source.expect_columns(columns.headings.size());
  return columns;
}

}  // namespace pehchan
