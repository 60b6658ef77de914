#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "batch/signing.h"
#include "ledger/ledger.h"

namespace pehchan {

/// When lists are published, and how long they are good for.
struct StatusTimes {
  std::int64_t at = 0;         ///< seconds since 1970 UTC
  std::int64_t ttl = 0;        ///< after so many seconds a verifier should look for a newer one
  std::int64_t valid_for = 0;  ///< after so many it must not go by this one any more
};

struct StatusSummary {
  std::vector<std::filesystem::path> files;  ///< one a list
  std::size_t cards = 0;                     ///< that have a place
  std::size_t voided = 0;                    ///< of these: void or replaced
  std::size_t expired = 0;                   ///< of these: neither, and past their day
  std::size_t unmade = 0;                    ///< of these: only ordered, and neither void nor past their day
};

/// Writes a signed Token Status List (CWT) for each list that the ledger has given places of: `out`/status/1, … . A
/// card that is void, replaced or expired is 1, everything else is 0; of people there is nothing in it. Each file is
/// whole or as it was. Throws RunError: bad_config when the settings name no status list, or
/// another than all cards that still count or the list that lies there; cannot_create, and bad_input
/// when a list lies there, whoever signed it, that is newer than `at` (a clock is wrong) or revokes a card that this
/// ledger lets count (it is an old copy).
StatusSummary publish_status(Ledger& ledger, const Signing& signing, const std::filesystem::path& out,
                             const StatusTimes& times);

}  // namespace pehchan
