#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace pehchan {

struct FileCheck {
  std::size_t files = 0;
  std::vector<std::string> faults;     ///< gone, or not what was released
  std::vector<std::string> elsewhere;  ///< on another machine: not looked at
};

/// Compares every released file that is not purged with the SHA-256 that the ledger keeps of it.
FileCheck check_files(Ledger& ledger);

}  // namespace pehchan
