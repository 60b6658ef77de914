#include "ledger/address.h"

#include <algorithm>

#include "base/run_error.h"
#include "base/small_letters.h"

namespace pehchan {

bool is_shared_ledger(const std::string& where) {
  const auto colon = where.find(":/");
  if (colon == std::string::npos) return false;
  const std::string scheme = small_letters(where.substr(0, colon));
  if ((scheme == "postgresql" || scheme == "postgres") && where.substr(colon).starts_with("://")) return true;
  // Not told as it was typed: there may be a password in it.
  throw RunError(ExitCode::usage, "the ledger's address is neither a file nor postgresql://…",
                 "Give --ledger a file, or an address that begins with postgresql:// .");
}

}  // namespace pehchan
