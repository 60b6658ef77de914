#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace pehchan {

struct LedgerCheck {
  std::size_t events = 0, jobs = 0, cards = 0;
  std::vector<std::string> faults;  ///< in English, without personal data; empty: all is proved
};

/// Proves the ledger: each job's chain of events from its first to its last link (naming the first broken one of each),
/// that each card's row says what the events say of it, every card number's check character, that each card's state
/// agrees with where it lies, and that no member has two live cards in a period.
LedgerCheck check_ledger(Ledger& ledger);

}  // namespace pehchan
