#include "roll/roll_reader.h"

#include <fmt/format.h>

#include <utility>

#include "base/run_error.h"
#include "roll/find_header.h"
#include "roll/open_source.h"

namespace pehchan {
namespace {

/// An option that means nothing for this roll is a misunderstanding, except where a file of withheld rows is fed back
/// with the options of the roll it came from.
void refuse_other_kinds(const RollSource& about, const SourceForm& form, const std::string& file) {
  const auto refuse = [&](const char* option, const char* kind) {
    throw RunError(ExitCode::usage, fmt::format("--{} is for {}, and {} is none", option, kind, file),
                   fmt::format("Leave --{} out.", option));
  };
  const bool is_workbook = form.format == RollFormat::xlsx || form.format == RollFormat::ods;
  if (!about.worksheet.empty() && !is_workbook) refuse("worksheet", "workbooks");
  if (form.format == RollFormat::database) return;
  if (!about.query.empty()) refuse("query", "databases");
  if (!about.table.empty()) refuse("table", "databases");
}

bool returns_withheld(const Columns& columns) {
  for (const bool added : columns.added)
    if (added) return true;
  return false;
}

}  // namespace

RollReader::RollReader(const RollSource& about) : RollReader(open_source(about), about) {}

RollReader::RollReader(std::unique_ptr<RowSource> source, const RollSource& about)
    : source_(std::move(source)), file_(shown(about)) {
  HeaderWanted wanted{.file = file_, .needed = needed_columns()};
  if (!about.columns.empty()) wanted.map = read_column_map(about.columns);
  if (source_->form().format != RollFormat::database) wanted.row = about.header_row;
  columns_ = find_header(*source_, wanted);
  if (!returns_withheld(columns_)) refuse_other_kinds(about, source_->form(), file_);
  if (!about.places.empty()) places_.emplace(about.places);
  reader_.emplace(columns_, file_, places_ ? &*places_ : nullptr);
}

}  // namespace pehchan
