#pragma once
#include <vector>

#include "ledger/jobs.h"
#include "ledger/ledger.h"

namespace pehchan {

/// Closed jobs whose every card is handed over or void, the last of them at least `days`
/// ago by the database's clock, and whose files are not purged yet.
std::vector<Job> finished_jobs(Ledger& ledger, int days);

/// The job's personal files are gone: its files count as `purged`, and what its cards showed (names, mobile, EPIC,
/// booth) is emptied in the ledger. Numbers, places, states, hashes and the chain stay.
void forget_people(Ledger& ledger, const Job& job);

}  // namespace pehchan
