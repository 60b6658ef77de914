#pragma once
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/issue_options.h"
#include "batch/progress.h"
#include "batch/report.h"

namespace pehchan {

/// How a run ended.
struct IssueSummary {
  std::size_t issued_now = 0;        ///< cards released by this run
  std::size_t issued_before = 0;     ///< members of this order who had theirs already
  std::size_t issued_elsewhere = 0;  ///< of the order, made by other workers while this run was at it
  std::size_t bound_elsewhere = 0;   ///< on sheets that another run has finished and not released
  std::size_t to_issue = 0;          ///< of a dry run: cards that would be tried
  WorkOrder order = {};              ///< of a dry run: what they need
  std::size_t sheets = 0;            ///< released by this run; of a dry run: needed at most
  std::size_t withheld = 0;
  std::size_t held_photos = 0;  ///< members withheld for their photo, whatever else is wrong
  std::size_t weak_photos = 0;  ///< of the cards released by this run: photos that are only just good enough
  std::size_t changed = 0;      ///< members whose card shows something that the roll or the photo no longer say
  std::optional<SignedWith> signed_with = {};  ///< none: the QR codes are links
  bool began_ledger = false;                   ///< there was none before
  std::string job;                             ///< "J0003" when this run released sheets
  std::vector<std::string> new_files;          ///< the PDFs that this run released
  std::string withheld_file;                   ///< name in the folder; empty: nobody is withheld
};

/// Issues the cards of a roll into options.out (see docs/architecture.md for what lies there afterwards). Members who
/// are wrong are withheld and reported; the others get their cards. Throws RunError for the run's own trouble, with
/// try_again when `stop` was asked for: the same call later goes on where this one stopped, with the same bytes.
IssueSummary issue_cards(IssueOptions options, const ProgressSink& progress, std::stop_token stop);

}  // namespace pehchan
