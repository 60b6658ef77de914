#pragma once
#include <string>

namespace pehchan {

/// Whether this names a PostgreSQL ledger: postgresql:// or postgres://, in letters of any size. Anything else that
/// looks like an address is refused with RunError (usage), for a mistyped one must never become a new, empty SQLite
/// file: everybody would get a second card.
bool is_shared_ledger(const std::string& where);

}  // namespace pehchan
