#include "batch/digital_folders.h"

#include <fmt/format.h>

#include "base/run_error.h"
#include "batch/job_folder.h"
#include "ledger/digital_cards.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

fs::path whole(const fs::path& path) {
  const fs::path full = fs::weakly_canonical(fs::absolute(path)).lexically_normal();
  return full.has_filename() ? full : full.parent_path();
}

bool is_in(const fs::path& inner, const fs::path& site) {
  const fs::path from_site = whole(inner).lexically_relative(whole(site));
  return !from_site.empty() && *from_site.begin() != "..";
}

void refuse_if_in(const fs::path& inner, const fs::path& site, const char* what) {
  if (is_in(inner, site))
    throw RunError(ExitCode::usage,
                   fmt::format("{} would lie in the folder that is served: {}", what, whole(inner).string()),
                   "Give the site a folder of its own with --out.");
}

}  // namespace

fs::path link_file(const DigitalOptions& options, const Ledger& ledger) {
  if (!options.links.empty()) return options.links;
  const fs::path beside = ledger.is_shared() ? whole(options.out) : whole(ledger.name());
  return beside.parent_path() / "links.csv";
}

void refuse_served(const DigitalOptions& options, Ledger& ledger, const fs::path& links) {
  if (!ledger.is_shared()) refuse_if_in(ledger.name(), options.out, "the ledger");
  refuse_if_in(links, options.out, "the list of links");
  if (!options.keys.empty()) refuse_if_in(options.keys, options.out, "the folder of keys");
  for (const Job& job : jobs_of_period(ledger, options.period)) {
    fs::path folder;
    try {
      folder = folder_path(ledger, job.folder);
    } catch (const RunError&) {
      continue;  // on another machine
    }
    refuse_if_in(folder, options.out, "the sheets of a job");
  }
}

}  // namespace pehchan
