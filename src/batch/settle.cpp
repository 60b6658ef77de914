#include "batch/settle.h"

#include "base/atomic_file.h"
#include "base/sha256.h"
#include "batch/job_folder.h"
#include "ledger/placing.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool holds(const fs::path& file, const std::string& sha256) {
  return fs::is_regular_file(file) && sha256_of_file(file.string()) == sha256;
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
}

}  // namespace pehchan
