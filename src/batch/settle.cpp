#include "batch/settle.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "batch/file_parts.h"
#include "batch/job_folder.h"
#include "batch/previews.h"
#include "ledger/jobs.h"
#include "ledger/placing.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

fs::path part_file(const fs::path& final_name) { return final_name.string() + ".part"; }

/// Publishes what of the file's parts is not yet, if together they are what was prepared. A run may have been killed
/// before or after the rename, and of two parts between their renames.
bool is_published(const fs::path& out, const JobFile& file) {
  std::vector<fs::path> found;
  for (const std::string& name : part_names(file.name)) {
    const fs::path final_name = out / name;
    found.push_back(fs::is_regular_file(part_file(final_name)) ? part_file(final_name) : final_name);
    if (!fs::is_regular_file(found.back())) return false;
  }
  if (digest_of(found) != file.sha256) return digest_in(out, file.name) == file.sha256;
  for (const fs::path& one : found)
    if (one.extension() == ".part") publish(one, fs::path(one).replace_extension());
  return true;
}

/// Whether it is a file of ours that was never finished: people's own files stay, whatever they are called.
bool is_leftover(const std::string& name) {
  constexpr std::array ours{"sheets-", "remake-", "register-", "report.", "manifest.", "withheld."};
  const bool is_hidden = name.starts_with('.');
  const std::string_view stem = std::string_view(name).substr(is_hidden ? 1 : 0);
  return std::ranges::any_of(ours, [&](const char* start) { return stem.starts_with(start); }) &&
         (is_hidden ? stem.ends_with(".painted") : stem.ends_with(".part"));
}

void sweep(const fs::path& folder) {
  std::vector<fs::path> leftovers;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (is_leftover(entry.path().filename().string())) leftovers.push_back(entry.path());
  for (const fs::path& file : leftovers) fs::remove(file, ignored);
}

bool is_sheet_file(const std::string& name) {
  static const std::regex ours("(sheets|remake)-[0-9]+(-fronts|-backs)?[.]pdf");
  return std::regex_match(name, ours);
}

/// Sheets that the ledger does not know mean that it is older than the folder, or another's: going on would give their
/// cards a second time.
void refuse_unknown_sheets(Ledger& ledger, const fs::path& out) {
  std::vector<std::string> known;
  for (const std::string& name : file_names(ledger, job_folder(ledger, out)))
    for (const std::string& part : part_names(name)) known.push_back(part);
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(out, absent)) {
    const std::string name = entry.path().filename().string();
    if (is_sheet_file(name) && std::ranges::find(known, name) == known.end())
      throw RunError(
          ExitCode::bad_input, fmt::format("{} is there, and this ledger does not know it", entry.path().string()),
          "Was an old copy of the ledger put back, or is this another ledger? Give the right --ledger. Where "
          "those cards really never left the office, destroy them and move the file away.");
  }
}

}  // namespace

void settle_folder(Ledger& ledger, const fs::path& out) {
  for (const JobFile& file : prepared_files(ledger, job_folder(ledger, out))) {
    if (is_published(out, file))
      release_file(ledger, file.id);
    else
      forget_file(ledger, file.id);
  }
  refuse_unknown_sheets(ledger, out);
  sweep(out);
  sweep((out / preview_name("", "")).parent_path());
}

}  // namespace pehchan
