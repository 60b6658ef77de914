#include "roll/write_withheld.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/run_error.h"
#include "roll/columns.h"
#include "roll/csv.h"
#include "roll/encoding.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view between = " · ";
constexpr char cells_lost = '?';
constexpr std::size_t write_at_once = 1 << 20;  // bytes

using Reasons = std::map<std::size_t, std::vector<const Problem*>>;

Reasons by_row(std::span<const Withheld> withheld) {
  Reasons reasons;
  for (const Withheld& one : withheld)
    for (const Problem& problem : one.problems) reasons[one.member.row].push_back(&problem);
  return reasons;
}

template <class Part>
std::string joined(const std::vector<const Problem*>& problems, Part part) {
  std::string text;
  for (const Problem* problem : problems) {
    if (!text.empty()) text += between;
    text += part(*problem);
  }
  return text;
}

/// With several problems each reason says which column it is about.
std::string reason(const Problem& problem, const std::string& words, bool alone) {
  return alone || problem.field.empty() ? words : fmt::format("{}: {}", problem.field, words);
}

class Writer {
 public:
  Writer(const Columns& columns, char delimiter) : columns_(columns), delimiter_(delimiter) {}

  std::string header() const;
  std::string row(const Record& record, const std::vector<const Problem*>& problems) const;

 private:
  /// What withheld_extra says: the row's surplus, or that cells were lost.
  std::string surplus_of(const Record& record) const;
  std::string line(const std::vector<std::string>& cells) const;

  const Columns& columns_;
  char delimiter_;
};

std::string Writer::line(const std::vector<std::string>& cells) const {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) text += delimiter_;
    append_csv_cell(text, cells[i]);
  }
  return text + "\r\n";
}

std::string Writer::header() const {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < columns_.headings.size(); ++i)
    if (!columns_.added[i]) cells.push_back(columns_.headings[i]);
  for (const char* added : {"withheld_field", "withheld_code", "withheld_reason_hi", "withheld_reason_en"})
    cells.emplace_back(added);
  cells.emplace_back(surplus_column);
  return line(cells);
}

std::string Writer::surplus_of(const Record& record) const {
  const std::size_t wanted = columns_.headings.size();
  std::string text;
  if (columns_.surplus && *columns_.surplus < record.cells.size()) text = record.cells[*columns_.surplus];
  for (std::size_t i = wanted; i < record.cells.size(); ++i) {
    if (!text.empty()) text += delimiter_;
    text += record.cells[i];
  }
  const bool cells_missing = record.cells.size() < wanted || record.defect == Defect::too_long;
  if (text.empty() && (cells_missing || record.cells.size() > wanted)) text.push_back(cells_lost);
  return repaired_utf8(text);
}

std::string Writer::row(const Record& record, const std::vector<const Problem*>& problems) const {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < columns_.headings.size(); ++i)
    if (!columns_.added[i]) cells.push_back(i < record.cells.size() ? repaired_utf8(record.cells[i]) : std::string());
  const bool alone = problems.size() == 1;
  cells.push_back(joined(problems, [](const Problem& problem) { return problem.field; }));
  cells.push_back(joined(problems, [](const Problem& problem) { return problem.code; }));
  cells.push_back(joined(problems, [&](const Problem& problem) { return reason(problem, problem.reason.hi, alone); }));
  cells.push_back(joined(problems, [&](const Problem& problem) { return reason(problem, problem.reason.en, alone); }));
  cells.push_back(surplus_of(record));
  return line(cells);
}

}  // namespace

void write_withheld(const std::filesystem::path& roll_file, const RollOptions& options,
                    std::span<const Withheld> withheld, AtomicFile& out) {
  const Reasons reasons = by_row(withheld);
  std::ifstream bytes = open_roll(roll_file);
  TextReader text(bytes, roll_file.string(), options.encoding);
  CsvReader csv(text);
  const Columns columns = read_header(csv, roll_file.string());
  const Writer writer(columns, csv.delimiter());

  std::string lines(byte_order_mark);
  lines += writer.header();
  auto wanted = reasons.begin();
  for (Record record; wanted != reasons.end() && csv.next(record);) {
    if (record.row != wanted->first) continue;
    lines += writer.row(record, wanted->second);
    ++wanted;
    if (lines.size() < write_at_once) continue;
    out.write(lines);
    lines.clear();
  }
  out.write(lines);
  if (wanted != reasons.end())
    throw RunError(ExitCode::try_again,
                   fmt::format("{} changed while it was in use: row {} is gone", roll_file.string(), wanted->first),
                   "Run the same command again.");
}

}  // namespace pehchan
