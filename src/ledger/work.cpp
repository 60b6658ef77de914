#include "ledger/work.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "ledger/connection.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

/// The first half of the advisory locks that say which leases' connections live.
constexpr const char* lease_locks = "20554";

long long steady_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string holder_name() { return std::to_string(::getpid()); }

void drop_lease(Connection& connection, long long id) {
  change(connection, "delete from lease where id = :id", use(id, "id"));
  change(connection, "update work set lease = null where lease = :id", use(id, "id"));
}

long long insert_lease(Connection& connection, int seconds) {
  long long id = 0;
  const std::string holder = holder_name(), now = connection.now();
  if (connection.is_postgres) connection.sql << "select pg_advisory_xact_lock(20553, 3)";
  // A lease's number is a fence, so none may come again after its row is gone.
  connection.sql << "update fence set last_lease = last_lease + 1 returning last_lease", into(id);
  change(connection, "insert into lease (id, holder, expires_at) values (:id, :holder, " + now + " + :seconds)",
         use(id, "id"), use(holder, "holder"), use(seconds, "seconds"));
  // Held by the connection, not by the transaction: when the process dies, the database knows it at once.
  if (connection.is_postgres)
    connection.sql << "select pg_advisory_lock(" + std::string(lease_locks) + ", cast(:id as int))", use(id, "id");
  return id;
}

std::vector<long long> leases_but(Connection& connection, long long own, const std::string& condition) {
  std::vector<long long> ids;
  long long id = 0;
  query(
      connection, "select id from lease where id <> :own" + condition, [&] { ids.push_back(id); }, into(id),
      use(own, "own"));
  return ids;
}

/// Whether no connection holds this lease's lock: its worker is gone.
bool is_orphaned(Connection& connection, long long id) {
  int is_free = 0;
  connection.sql << "select cast(pg_try_advisory_xact_lock(" + std::string(lease_locks) + ", cast(:id as int)) as int)",
      use(id, "id"), into(is_free);
  return is_free != 0;
}

}  // namespace

Lease::Lease(Ledger& ledger, int seconds) : ledger_(ledger), seconds_(seconds), told_(steady_seconds()) {
  Connection& connection = ledger_.connection();
  if (!ledger_.is_shared()) lock_.emplace(ledger_.name() + ".lock", "the ledger " + ledger_.name());
  id_ = in_transaction(connection, [&] {
    if (lock_) {  // nobody else can be alive
      connection.sql << "update work set lease = null where lease is not null";
      connection.sql << "delete from lease";
    }
    return insert_lease(connection, seconds_);
  });
}

Lease::~Lease() {
  try {
    in_transaction(ledger_.connection(), [&] { drop_lease(ledger_.connection(), id_); });
  } catch (const std::exception&) {
    // The database is gone: the lease ends by itself, and the lock with the connection.
    id_ = 0;
  }
}

std::vector<std::string> Lease::claim(std::span<const std::string> numbers) {
  Connection& connection = ledger_.connection();
  const std::string list = json_list(numbers);
  return in_transaction(connection, [&] {
    std::vector<std::string> claimed;
    std::string number;
    query(
        connection,
        "update work set lease = :id where card in (select card from work where lease is null and " +
            connection.is_any_of("card", "cards") + connection.skip_locked() +
            ") and exists (select 1 from lease where id = :id) returning card",
        [&] { claimed.push_back(number); }, into(number), use(id_, "id"), use(list, "cards"));
    return claimed;
  });
}

void Lease::keep_alive() {
  if (steady_seconds() - told_ < std::max(1, seconds_ / 4)) return;
  told_ = steady_seconds();
  Connection& connection = ledger_.connection();
  const long long kept = in_transaction(connection, [&] {
    return change(connection,
                  "update lease set expires_at = " + std::string(connection.now()) + " + :seconds where id = :id",
                  use(seconds_, "seconds"), use(id_, "id"));
  });
  if (kept == 0) throw lost_lease();
}

void Lease::end_dead_leases() {
  Connection& connection = ledger_.connection();
  if (!connection.is_postgres) return;
  in_transaction(connection, [&] {
    for (const long long id : leases_but(connection, id_, std::string(" and expires_at < ") + connection.now()))
      drop_lease(connection, id);
    for (const long long id : leases_but(connection, id_, ""))
      if (is_orphaned(connection, id)) drop_lease(connection, id);
  });
}

std::size_t Lease::claimed_by_others(std::span<const std::string> numbers) {
  Connection& connection = ledger_.connection();
  const std::string list = json_list(numbers);
  long long count = 0;
  reading(connection, [&] {
    connection.sql << "select count(*) from work where lease is not null and lease <> :id and " +
                          connection.is_any_of("card", "cards"),
        use(id_, "id"), use(list, "cards"), into(count);
  });
  return static_cast<std::size_t>(count);
}

RunError lost_lease() {
  return {ExitCode::try_again, "this run was silent for too long: others have taken its cards over",
          "Nothing is lost or doubled. Run the same command again: it makes what is left."};
}

}  // namespace pehchan
