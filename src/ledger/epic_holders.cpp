#include "ledger/epic_holders.h"

#include "ledger/connection.h"

namespace pehchan {
using soci::into, soci::use;

std::vector<EpicHolder> epic_holders(Ledger& ledger, const std::string& period, std::span<const std::string> epics) {
  Connection& connection = ledger.connection();
  const std::string list = json_list(epics);
  std::vector<EpicHolder> holders;
  EpicHolder holder;
  reading(connection, [&] {
    query(
        connection,
        "select epic, member, number from card where period = :period and state <> 'void' and epic <> '' and " +
            connection.is_any_of("epic", "epics"),
        [&] { holders.push_back(holder); }, into(holder.epic_no), into(holder.member_no), into(holder.card.text),
        use(period, "period"), use(list, "epics"));
  });
  return holders;
}

}  // namespace pehchan
