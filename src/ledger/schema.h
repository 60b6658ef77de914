#pragma once
#include "ledger/connection.h"

namespace pehchan {

/// The newest schema this program knows.
int newest_schema();

/// Brings a new or older ledger up to `version`, step by step, each step in a transaction of its own. Throws RunError
/// (bad_config) for a ledger that a newer program made.
void migrate(Connection& connection, int version);

}  // namespace pehchan
