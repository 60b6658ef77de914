#include "batch/digital_folders.h"

#include <fmt/format.h>

#include "base/file.h"
#include "base/lies_in.h"
#include "base/run_error.h"
#include "batch/job_folder.h"
#include "ledger/digital_cards.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_name = 100'000;

void refuse_if_in(const fs::path& inner, const fs::path& site, const char* what) {
  if (lies_in(inner, site))
    throw RunError(ExitCode::usage,
                   fmt::format("{} would lie in the folder that is served: {}", what, whole_path(inner).string()),
                   "Give the site a folder of its own with --out.");
}

bool is_site(const fs::path& folder) {
  return (fs::is_directory(folder / "c") && fs::exists(folder / "verify" / "index.html")) ||
         fs::exists(folder / ".well-known" / "jwks.json");
}

}  // namespace

fs::path link_file(const DigitalOptions& options, const Ledger& ledger) {
  if (!options.links.empty()) return options.links;
  const fs::path beside = ledger.is_shared() ? whole_path(options.out) : whole_path(ledger.name());
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

std::string organisation_of(const DigitalOptions& options) {
  if (!options.organisation.empty()) return options.organisation;
  const fs::path told = options.out / organisation_file;
  if (!fs::exists(told))
    throw RunError(ExitCode::usage, "the site's pages say by whom the cards are issued, and nobody is named",
                   "Name it once with --organisation; later runs keep it.");
  return read_file(told, largest_name);
}

void refuse_site(const fs::path& folder, const char* advice) {
  for (const fs::path& start : {whole_path(folder), fs::absolute(folder).lexically_normal()})
    for (fs::path at = start; at.has_relative_path(); at = at.parent_path())
      if (is_site(at))
        throw RunError(ExitCode::usage,
                       fmt::format("{} lies in a site, which is served: {}", folder.string(), at.string()), advice);
}

}  // namespace pehchan
