#include "batch/purge.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/file_lock.h"
#include "base/run_error.h"
#include "batch/file_parts.h"
#include "batch/job_folder.h"
#include "batch/look_at_photos.h"
#include "batch/portrait_options.h"
#include "batch/previews.h"
#include "ledger/digital_cards.h"
#include "ledger/jobs.h"
#include "ledger/retention.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// Whether all released files of the folder belong to finished jobs.
bool is_folder_finished(Ledger& ledger, const Job& job, const std::vector<Job>& finished) {
  const auto files = files_in(ledger, job.folder);
  return std::ranges::all_of(files, [&](const JobFile& file) {
    return std::ranges::any_of(finished, [&](const Job& one) { return one.id == file.job; });
  });
}

/// Of a folder's files for people: reports, withheld rows, rows put right.
bool tells_of_people(const std::string& name) {
  return name == "report.html" || name == review_page_name || name == photos_file_name ||
         name.starts_with("withheld.") || name.starts_with("put-right-");
}

/// Finished portraits kept for the next run.
void add_kept_portraits(const fs::path& folder, std::vector<fs::path>& files) {
  if (!fs::is_directory(folder / portrait_cache_name)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder / portrait_cache_name))
    if (entry.is_regular_file()) files.push_back(entry.path());
}

std::vector<fs::path> personal_files(Ledger& ledger, const Job& job, const std::vector<Job>& finished,
                                     const fs::path& folder) {
  std::vector<fs::path> files{folder / fmt::format("register-{}.pdf", job.name())};
  for (const JobFile& file : files_of(ledger, job)) {
    for (const std::string& part : part_names(file.name)) files.push_back(folder / part);
    for (const char* kind : preview_kinds) files.push_back(folder / preview_name(file.name, kind));
  }
  if (fs::is_directory(folder) && is_folder_finished(ledger, job, finished)) {
    for (const auto& entry : fs::directory_iterator(folder))
      if (tells_of_people(entry.path().filename().string())) files.push_back(entry.path());
    add_kept_portraits(folder, files);
  }
  std::erase_if(files, [](const fs::path& file) { return !fs::exists(file); });
  std::ranges::sort(files);
  return files;
}

std::vector<fs::path> link_lists_beside(const Ledger& ledger) {
  std::vector<fs::path> lists;
  if (ledger.is_shared()) return lists;
  for (const auto& entry : fs::directory_iterator(fs::absolute(ledger.name()).parent_path())) {
    const std::string name = entry.path().filename().string();
    if (name == "links.csv" || (name.starts_with("links-new-") && name.ends_with(".csv")))
      lists.push_back(entry.path());
  }
  std::ranges::sort(lists);
  return lists;
}

void remove_file(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  if (error)
    throw RunError(ExitCode::cannot_create, fmt::format("cannot remove {}: {}", file.string(), error.message()),
                   "Check that you may write its folder, then run the same command again.");
}

}  // namespace

PurgeSummary purge(Ledger& ledger, int days, bool is_dry_run) {
  PurgeSummary summary;
  const auto finished = finished_jobs(ledger, days);
  for (const Job& job : finished) {
    fs::path folder;
    try {
      folder = folder_path(ledger, job.folder);
    } catch (const RunError&) {
      summary.elsewhere.push_back(job.name());
      continue;
    }
    const auto files = personal_files(ledger, job, finished, folder);
    summary.jobs.push_back(job.name());
    summary.files.insert(summary.files.end(), files.begin(), files.end());
    if (is_dry_run) continue;
    std::optional<FileLock> lock;
    if (fs::is_directory(folder)) lock.emplace(folder / ".lock", folder.string());
    for (const fs::path& file : files) remove_file(file);
    forget_people(ledger, job);
  }
  if (!is_dry_run) forget_void_cards(ledger, days);
  summary.link_lists = link_lists_beside(ledger);
  summary.digital_cards = count_forgotten_digital(ledger);
  return summary;
}

}  // namespace pehchan
