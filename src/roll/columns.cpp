#include "roll/columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/run_error.h"
#include "roll/aliases.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

constexpr Field required[] = {Field::member_no, Field::name,  Field::booth_no, Field::block,
                              Field::district,  Field::photo, Field::status};

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

void refuse_missing_or_double(const Columns& columns, const std::vector<std::string>& doubles, std::size_t row,
                              const std::string& file) {
  std::vector<std::string_view> missing;
  for (const Field field : required)
    if (!columns[field]) missing.push_back(name_of(field));
  std::string wrong, advice;
  if (!missing.empty()) {
    wrong = fmt::format("columns that are needed are missing: {}", fmt::join(missing, ", "));
    advice = "Add the missing columns to the header, or give their headings these names. ";
  }
  if (!doubles.empty()) {
    wrong += fmt::format("{}columns are there twice: {}", wrong.empty() ? "" : "; ", fmt::join(doubles, ", "));
    advice += "Leave one column for each field and rename the other (the name in Hindi is name_local).";
  }
  if (!wrong.empty())
    throw RunError(ExitCode::bad_input, fmt::format("{}: row {}, the header: {}", file, row, wrong), advice);
}

}  // namespace

std::string Columns::name_of_cell(std::size_t cell) const {
  for (std::size_t i = 0; i < field_count; ++i)
    if (places[i] == cell) return std::string(field_names[i]);
  return cell < headings.size() ? headings[cell] : std::string();
}

Columns read_columns(const Record& header, const std::string& file) {
  refuse_unreadable(header, file);
  Columns columns{.headings = header.cells, .places = {}, .added = {}, .surplus = {}};
  std::vector<std::string> doubles;
  for (std::size_t cell = 0; cell < header.cells.size(); ++cell) {
    const std::string& heading = header.cells[cell];
    columns.added.push_back(heading.starts_with(withheld_prefix));
    if (heading == surplus_column) columns.surplus = cell;
    const auto field = columns.added.back() ? std::nullopt : field_headed(heading);
    if (!field) continue;
    auto& place = columns.places[static_cast<std::size_t>(*field)];
    if (place)
      doubles.push_back(fmt::format("{} (columns {} and {})", name_of(*field), *place + 1, cell + 1));
    else
      place = cell;
  }
  refuse_missing_or_double(columns, doubles, header.row, file);
  return columns;
}

Columns read_header(CsvReader& csv, const std::string& file) {
  Record header;
  if (!csv.next(header))
    throw RunError(ExitCode::bad_input, fmt::format("{} is empty", file),
                   "Give a CSV file with a header row and one row a member.");
  Columns columns = read_columns(header, file);
  csv.expect_columns(columns.headings.size());
  return columns;
}

}  // namespace pehchan
