#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"

namespace pehchan {

/// "J0003", as people type it and as sheets say it.
std::string job_name(long long id);

/// What one run of `issue` (with its resumptions) or one remake puts into one folder. Its sheets are counted through.
struct Job {
  long long id = 0;
  std::string kind = "issue";  ///< or "remake"
  std::string folder;          ///< as the ledger knows it, see batch/job_folder
  std::string period;
  std::string settings;  ///< JSON: all that decides what its sheets look like
  std::string date;      ///< YYYY-MM-DD, told in its PDFs
  bool is_open = true;

  std::string name() const { return job_name(id); }
};

/// A PDF of a job that is on disk (or was, before it was purged).
struct JobFile {
  long long id = 0;
  long long job = 0;
  std::string name, folder, sha256;
  std::size_t first_sheet = 1, sheets = 0, cards = 0;
};

/// The folder's open job with the same kind, period and settings, whose date it keeps; otherwise a new one. An open job
/// of the folder and kind with other settings ends here: what it has not made goes on in the new one.
/// `of_old`: the same settings as an earlier version of the program wrote them.
Job open_job(Ledger& ledger, const Job& wanted, const std::string& of_old = {});

/// The date of the job that open_job would go on with; nothing when it would begin a new one.
std::optional<std::string> date_to_go_on_with(Ledger& ledger, const Job& wanted, const std::string& of_old = {});

/// The folder's open jobs of this kind are complete: nothing more will come in them.
void close_jobs(Ledger& ledger, const std::string& folder, const std::string& kind);

/// The job that a person named: "J0003", "J 0003", "j3", "3". Throws RunError (missing_input) if there is none.
Job job_named(Ledger& ledger, std::string_view name);

/// Released files of a folder, of a job, or all, in the order they were made.
std::vector<JobFile> files_in(Ledger& ledger, const std::string& folder);
std::vector<JobFile> files_of(Ledger& ledger, const Job& job);
std::vector<JobFile> released_files(Ledger& ledger);

/// Names of all files that the ledger knows in a folder, released or not.
std::vector<std::string> file_names(Ledger& ledger, const std::string& folder);

/// "sheets-0003.pdf": the stem and one more than the highest number that the folder ever had under this stem.
std::string next_file_name(Ledger& ledger, const std::string& folder, const std::string& stem);

/// The number that the job's next sheet gets, from 1.
std::size_t next_sheet(Ledger& ledger, const Job& job);

}  // namespace pehchan
