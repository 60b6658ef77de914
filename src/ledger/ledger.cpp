#include "ledger/ledger.h"

#include <filesystem>

#include "ledger/address.h"
#include "ledger/connection.h"
#include "ledger/schema.h"

namespace pehchan {

Ledger::Ledger(std::string where) : where_(std::move(where)), connection_(std::make_unique<Connection>(where_)) {
  migrate(*connection_, newest_schema());
}

Ledger::~Ledger() = default;

bool Ledger::is_shared() const { return connection_->is_postgres; }

std::string name_of_ledger(const std::string& where) {
  std::string told = where;
  const auto scheme = told.find("://");
  if (scheme == std::string::npos) return told;
  if (const auto parameters = told.find('?'); parameters != std::string::npos) {
    // Whether a password has the '?' in it or is a parameter cannot be told from here.
    if (told.find('@', parameters) != std::string::npos) return told.substr(0, scheme) + "://…";
    told.resize(parameters);
  }
  // The last '@', because people forget to write the one in their password as %40.
  const auto at = told.rfind('@'), colon = told.find(':', scheme + 3);
  if (at != std::string::npos && colon < at) told.erase(colon, at - colon);
  return told;
}

bool ledger_exists(const std::string& where) { return is_shared_ledger(where) || std::filesystem::exists(where); }

}  // namespace pehchan
