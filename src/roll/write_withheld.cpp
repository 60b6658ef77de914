#include "roll/write_withheld.h"

#include <fmt/format.h>

#include <map>
#include <system_error>
#include <vector>

#include "base/run_error.h"
#include "roll/edited_withheld.h"
#include "roll/roll_reader.h"
#include "roll/withheld_writer.h"

namespace pehchan {
namespace {

struct Wanted {
  std::string member_no;
  std::vector<const Problem*> problems;
};

std::map<std::size_t, Wanted> by_row(std::span<const Withheld> withheld) {
  std::map<std::size_t, Wanted> wanted;
  for (const Withheld& one : withheld) {
    Wanted& row = wanted[one.member.row];
    row.member_no = one.member[Field::member_no];
    for (const Problem& problem : one.problems) row.problems.push_back(&problem);
  }
  return wanted;
}

[[noreturn]] void refuse_changed(const std::string& file, std::size_t row) {
  throw RunError(ExitCode::try_again, fmt::format("{} changed while it was in use: row {} is another", file, row),
                 "Run the same command again.");
}

}  // namespace

bool is_withheld_file(const RollSource& source, const std::filesystem::path& folder) {
  std::error_code absent;
  for (const char* name : withheld_names())
    if (std::filesystem::equivalent(source.where, folder / name, absent)) return true;
  return false;
}

std::string write_withheld(const RollSource& source, std::span<const Withheld> withheld,
                           const std::filesystem::path& folder) {
  if (withheld.empty()) {
    // The roll itself stays, so that the same command, given again after a power cut, finds it.
    if (is_withheld_file(source, folder))
      keep_edited_withheld(folder);
    else
      remove_withheld(folder);
    return {};
  }
  const auto wanted = by_row(withheld);
  RollReader reader(source);
  WithheldWriter writer(folder, reader.columns(), reader.form());
  auto next = wanted.begin();
  for (Record record; next != wanted.end() && reader.next(record);) {
    if (record.row != next->first) continue;
    const auto& [member_no, problems] = next->second;
    if (!member_no.empty() && reader.judge(record).member[Field::member_no] != member_no)
      refuse_changed(reader.file(), record.row);
    writer.add(record, problems);
    ++next;
  }
  if (next != wanted.end()) refuse_changed(reader.file(), next->first);
  return writer.commit();
}

}  // namespace pehchan
