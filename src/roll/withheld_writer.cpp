#include "roll/withheld_writer.h"

#include <fmt/format.h>

#include <system_error>

#include "roll/edited_withheld.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view between = " · ";
constexpr char cells_lost = '?';
constexpr const char* const names[] = {"withheld.csv", "withheld.xlsx", "withheld.ods"};

std::string name_of_form(RollFormat format) {
  switch (format) {
    case RollFormat::xlsx:
      return names[1];
    case RollFormat::ods:
      return names[2];
    default:
      return names[0];
  }
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

}  // namespace

WithheldWriter::WithheldWriter(const fs::path& folder, const Columns& columns, const SourceForm& form)
    : folder_(folder),
      name_(name_of_form(form.format)),
      columns_(columns),
      delimiter_(form.delimiter),
      table_(make_table(folder / name_, form)) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < columns_.headings.size(); ++i)
    if (!columns_.added[i]) cells.push_back(columns_.headings[i]);
  for (const auto added : {std::string_view("withheld_field"), code_column, std::string_view("withheld_reason_hi"),
                           std::string_view("withheld_reason_en"), surplus_column})
    cells.emplace_back(added);
  table_->row(cells);
}

/// What withheld_extra says: the row's surplus, or that cells were lost.
std::string WithheldWriter::surplus_of(const Record& record) const {
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

void WithheldWriter::add(const Record& record, const std::vector<const Problem*>& problems) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < columns_.headings.size(); ++i)
    if (!columns_.added[i]) cells.push_back(i < record.cells.size() ? repaired_utf8(record.cells[i]) : std::string());
  const bool alone = problems.size() == 1;
  cells.push_back(joined(problems, [](const Problem& problem) { return problem.field; }));
  cells.push_back(joined(problems, [](const Problem& problem) { return problem.code; }));
  cells.push_back(joined(problems, [&](const Problem& problem) { return reason(problem, problem.reason.hi, alone); }));
  cells.push_back(joined(problems, [&](const Problem& problem) { return reason(problem, problem.reason.en, alone); }));
  cells.push_back(surplus_of(record));
  table_->row(cells);
}

std::string WithheldWriter::commit() {
  keep_edited_withheld(folder_);
  table_->commit();
  remember_withheld(folder_, name_);
  remove_withheld(folder_, name_);
  return name_;
}

std::span<const char* const> withheld_names() { return names; }

void remove_withheld(const fs::path& folder, const std::string& except) {
  if (except.empty()) keep_edited_withheld(folder);
  std::error_code ignored;
  for (const char* name : withheld_names())
    if (name != except) fs::remove(folder / name, ignored);
}

}  // namespace pehchan
