#pragma once
#include <filesystem>

#include "ledger/ledger.h"

namespace pehchan {

/// Settles what a killed run left in this folder: a file that was prepared and is on disk with all its parts, each
/// under its final name or before the rename, is released; one that is not there is forgotten, and its cards are made
/// anew with the same bytes. Throws RunError (bad_input) when sheets lie there that the ledger does not know.
void settle_folder(Ledger& ledger, const std::filesystem::path& out);

}  // namespace pehchan
