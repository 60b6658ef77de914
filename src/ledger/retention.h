#pragma once
#include <cstddef>
#include <vector>

#include "ledger/jobs.h"
#include "ledger/ledger.h"

namespace pehchan {

/// Closed jobs whose every card is handed over or void, the last of them at least `days`
/// ago by the database's clock, and whose files are not purged yet.
std::vector<Job> finished_jobs(Ledger& ledger, int days);

/// The job's personal files are gone: its files count as `purged`, and what its cards showed (names, mobile, EPIC,
/// booth, and the text of its QR code) is emptied in the ledger. Numbers, places, states, expiry, hashes (with the
/// photo's print: it keeps the same photo from another member's card for the rest of the period) and the chain stay.
void forget_people(Ledger& ledger, const Job& job);

/// The same for cards that were voided at least `days` ago and never lay on a sheet: they belong to no job. How many.
std::size_t forget_void_cards(Ledger& ledger, int days);

}  // namespace pehchan
