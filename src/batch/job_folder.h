#pragma once
#include <filesystem>
#include <string>

#include "ledger/ledger.h"

namespace pehchan {

/// How the ledger names an output folder. Below the folder of a SQLite ledger: relative to it, so that both can be
/// moved together ("." for the same folder). Elsewhere: the whole path, and in a shared ledger the machine before it.
std::string job_folder(const Ledger& ledger, const std::filesystem::path& out);

/// Where that folder is. Throws RunError (missing_input) when it lies on another machine.
std::filesystem::path folder_path(const Ledger& ledger, const std::string& folder);

}  // namespace pehchan
