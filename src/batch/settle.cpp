#include "batch/settle.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/atomic_file.h"
#include "base/sha256.h"
#include "batch/job_folder.h"
#include "batch/previews.h"
#include "ledger/placing.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool holds(const fs::path& file, const std::string& sha256) {
  return fs::is_regular_file(file) && sha256_of_file(file.string()) == sha256;
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

}  // namespace

void settle_folder(Ledger& ledger, const fs::path& out) {
  for (const JobFile& file : prepared_files(ledger, job_folder(ledger, out))) {
    const fs::path final_name = out / file.name, part = final_name.string() + ".part";
    if (holds(part, file.sha256)) publish(part, final_name);
    if (holds(final_name, file.sha256))
      release_file(ledger, file.id);
    else
      forget_file(ledger, file.id);
  }
  sweep(out);
  sweep((out / preview_name("", "")).parent_path());
}

}  // namespace pehchan
