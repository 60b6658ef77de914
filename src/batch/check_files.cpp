#include "batch/check_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/run_error.h"
#include "base/sha256.h"
#include "batch/job_folder.h"
#include "ledger/jobs.h"

namespace pehchan {
namespace fs = std::filesystem;

FileCheck check_files(Ledger& ledger) {
  FileCheck check;
  for (const JobFile& file : released_files(ledger)) {
    const std::string name = fmt::format("{} of {}", file.name, job_name(file.job));
    try {
      const fs::path path = folder_path(ledger, file.folder) / file.name;
      ++check.files;
      if (!fs::is_regular_file(path))
        check.faults.push_back(fmt::format("{}: {} is gone", name, path.string()));
      else if (sha256_of_file(path.string()) != file.sha256)
        check.faults.push_back(fmt::format("{}: {} is not what was released", name, path.string()));
    } catch (const RunError& error) {
      check.elsewhere.push_back(fmt::format("{}: {}", name, error.what()));
    }
  }
  return check;
}

}  // namespace pehchan
