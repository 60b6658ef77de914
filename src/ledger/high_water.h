#pragma once
#include "ledger/ledger.h"

namespace pehchan {

// Beside a SQLite ledger, FILE.mark says how many events it had. An old copy that was put back has fewer, and going on
// with it would give numbers and cards a second time. Every command that adds an event first refuses such a copy, also
// where what it does could harm nobody: its events would make up for those that are lacking, and hide that it is old.

/// Throws RunError (bad_input) when the ledger has fewer events than its mark says.
void refuse_older(Ledger& ledger);

/// Writes how many events it has now. A run that is killed before leaves an older mark, which harms nobody.
void raise_mark(Ledger& ledger);

}  // namespace pehchan
