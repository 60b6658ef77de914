#include "batch/job_folder.h"

#include <fmt/format.h>
#include "base/host_name.h"
#include "base/run_error.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

fs::path ledger_folder(const Ledger& ledger) { return fs::weakly_canonical(fs::absolute(ledger.name())).parent_path(); }

}  // namespace

std::string job_folder(const Ledger& ledger, const fs::path& out) {
  fs::path whole = fs::weakly_canonical(fs::absolute(out));
  // "cards/" is "cards", also before it is made.
  if (!whole.has_filename()) whole = whole.parent_path();
  if (ledger.is_shared()) return host_name() + ":" + whole.lexically_normal().string();
  const fs::path inner = whole.lexically_relative(ledger_folder(ledger)).lexically_normal();
  return !inner.empty() && *inner.begin() != ".." ? inner.string() : whole.string();
}

fs::path folder_path(const Ledger& ledger, const std::string& folder) {
  if (!ledger.is_shared()) return (ledger_folder(ledger) / folder).lexically_normal();
  const auto colon = folder.find(':');
  const std::string host = folder.substr(0, colon);
  if (host != host_name())
    throw RunError(ExitCode::missing_input, fmt::format("the files lie on the machine {}", host),
                   "Run this command there.");
  return folder.substr(colon + 1);
}

}  // namespace pehchan
