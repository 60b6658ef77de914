#include "batch/check_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/run_error.h"
#include "batch/file_parts.h"
#include "batch/job_folder.h"
#include "ledger/jobs.h"

namespace pehchan {
namespace fs = std::filesystem;

FileCheck check_files(Ledger& ledger) {
  FileCheck check;
  for (const JobFile& file : released_files(ledger)) {
    const std::string name = fmt::format("{} of {}", file.name, job_name(file.job));
    try {
      const fs::path folder = folder_path(ledger, file.folder);
      ++check.files;
      const auto lost = check.faults.size();
      for (const std::string& part : part_names(file.name))
        if (!fs::is_regular_file(folder / part))
          check.faults.push_back(fmt::format("{}: {} is gone", name, (folder / part).string()));
      if (check.faults.size() == lost && digest_in(folder, file.name) != file.sha256)
        check.faults.push_back(fmt::format("{}: {} is not what was released", name, (folder / file.name).string()));
    } catch (const RunError& error) {
      check.elsewhere.push_back(fmt::format("{}: {}", name, error.what()));
    }
  }
  return check;
}

}  // namespace pehchan
