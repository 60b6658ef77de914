#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string_view>

#include "ledger/ledger.h"

namespace pehchan {

/// Gives every card of the ledger as CSV (UTF-8 with a byte order mark) to `write`, in pieces: number, member number,
/// period, state, reason, what it replaces, job, file, sheet, slot, copy. No names, mobiles or EPIC numbers. Gives the
/// number of cards.
std::size_t export_cards(Ledger& ledger, const std::function<void(std::string_view)>& write);

/// The same into a file, whole or not at all.
std::size_t export_cards(Ledger& ledger, const std::filesystem::path& file);

}  // namespace pehchan
