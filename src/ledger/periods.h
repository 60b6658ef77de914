#pragma once
#include <string>

#include "ledger/ledger.h"

namespace pehchan {

/// The period that a run works in. Not given: the ledger's only one ("1" in an empty ledger), for a forgotten option
/// must not give everybody a second card. Throws RunError (usage): when none is given and the ledger has several, or
/// when the given one is new and differs from one of the ledger's in nothing but blanks, signs or capitals.
std::string period_to_use(Ledger& ledger, const std::string& given);

}  // namespace pehchan
