#include "ledger/events.h"

#include <pwd.h>
#include <unistd.h>

#include "base/host_name.h"
#include "base/sha256.h"

namespace pehchan {
namespace {

std::string user_name() {
  const passwd* entry = ::getpwuid(::geteuid());
  return entry != nullptr ? entry->pw_name : std::to_string(::geteuid());
}

}  // namespace

std::string hash_of(const EventRecord& event) {
  // As JSON, so that no two different events can ever read the same.
  return sha256_hex(nlohmann::ordered_json{event.job, event.seq, event.at, event.who, event.host, event.what,
                                           event.detail, event.previous}
                        .dump());
}

std::string code_hash(const std::string& qr_text) {
  return qr_text.empty() ? std::string() : sha256_hex(qr_text).substr(0, 32);
}

void add_event(Connection& connection, long long job, const std::string& what, const nlohmann::ordered_json& detail) {
  using soci::into, soci::use;
  EventRecord event;
  event.job = job;
  event.who = user_name();
  event.host = host_name();
  event.what = what;
  event.detail = detail.dump();
  // Taking the job's row first makes those who write to the same chain wait for each other.
  long long count = 0;
  connection.sql << "update job set events = events + 1 where id = :job returning events, last_hash, " +
                        std::string(connection.now()),
      use(job, "job"), into(count), into(event.previous), into(event.at);
  event.seq = count;
  const std::string hash = hash_of(event);
  change(connection,
         "insert into event (job, seq, at, who, host, what, detail, previous, hash) values (:job, :seq, :at, :who, "
         ":host, :what, :detail, :previous, :hash)",
         use(event.job, "job"), use(event.seq, "seq"), use(event.at, "at"), use(event.who, "who"),
         use(event.host, "host"), use(event.what, "what"), use(event.detail, "detail"), use(event.previous, "previous"),
         use(hash, "hash"));
  change(connection, "update job set last_hash = :hash where id = :job", use(hash, "hash"), use(job, "job"));
}

}  // namespace pehchan
