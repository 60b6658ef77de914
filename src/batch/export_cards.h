#pragma once
#include <cstddef>
#include <filesystem>

#include "ledger/ledger.h"

namespace pehchan {

/// Writes every card of the ledger as CSV (UTF-8 with a byte order mark, whole or not at all): number, member number,
/// period, state, reason, what it replaces, job, file, sheet, slot, copy. No names, mobiles or EPIC numbers. Gives the
/// number of cards.
std::size_t export_cards(Ledger& ledger, const std::filesystem::path& file);

}  // namespace pehchan
