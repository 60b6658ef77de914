#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace pehchan {

struct PurgeSummary {
  std::vector<std::string> jobs;             ///< "J0003"
  std::vector<std::filesystem::path> files;  ///< removed, or would be
  std::vector<std::string> elsewhere;        ///< jobs whose folder is on another machine: left for a purge there
  std::vector<std::filesystem::path>
      link_lists;  ///< beside the ledger, with names and mobiles: left, for members not told yet may be in them
  std::size_t digital_cards = 0;  ///< purged cards whose pages in a site stay
};

/// Removes the personal files of finished jobs (every card handed over or void, the last of them at least `days` ago):
/// sheets, previews, registers, and, when no unfinished job shares the folder, report.html, withheld.*, what
/// `pehchan photos` wrote and the portraits kept there. Then the
/// ledger forgets names, mobiles, EPIC numbers and booths of those cards and keeps their numbers, states, places and
/// chain. Files go first: killed in between, the next purge does the rest. Cards that
/// were voided before they lay on any sheet are forgotten, too. Throws RunError (try_again) when a run is at work in a
/// job's folder.
PurgeSummary purge(Ledger& ledger, int days, bool is_dry_run);

}  // namespace pehchan
