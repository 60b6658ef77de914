#pragma once
#include <filesystem>

#include "ledger/ledger.h"

namespace pehchan {

/// Writes a copy of a SQLite ledger, whole or not at all, readable by its owner alone, also while a run is at work on
/// it. Throws RunError: usage for a PostgreSQL one (pg_dump is the tool for that), cannot_create when the file is there
/// already.
void back_up(Ledger& ledger, const std::filesystem::path& file);

}  // namespace pehchan
