#include "ledger/verify.h"

#include <fmt/format.h>

#include <map>

#include "ledger/card_rows.h"
#include "ledger/connection.h"
#include "ledger/events.h"
#include "ledger/history.h"
#include "ledger/jobs.h"
#include "ledger/status_places.h"
#include "model/card_number.h"

namespace pehchan {
using soci::into;
namespace {

/// What a job's row says its chain ends in.
struct ChainEnd {
  long long events = 0;
  std::string hash;
};

struct ChainState {
  long long next = 1;
  std::string hash;
  bool is_broken = false;
};

std::string chain_name(long long job) { return job == 0 ? "the ledger's own chain" : job_name(job); }

std::map<long long, ChainEnd> chain_ends(Connection& connection) {
  std::map<long long, ChainEnd> ends;
  long long job = 0;
  ChainEnd end;
  query(
      connection, "select id, events, last_hash from job", [&] { ends[job] = end; }, into(job), into(end.events),
      into(end.hash));
  return ends;
}

void follow(const EventRecord& event, const std::string& hash, ChainState& chain, std::vector<std::string>& faults) {
  if (chain.is_broken) return;
  const auto breaks = [&](const char* why) {
    chain.is_broken = true;
    faults.push_back(fmt::format("{}, event {} ({}): {}", chain_name(event.job), event.seq, event.what, why));
  };
  if (event.seq != chain.next) return breaks("an event before it is missing");
  if (event.previous != chain.hash) return breaks("it does not follow the event before it");
  if (hash_of(event) != hash) return breaks("it was changed after it was written");
  ++chain.next;
  chain.hash = hash;
}

void check_chains(Connection& connection, LedgerCheck& check, History& history) {
  std::map<long long, ChainState> chains;
  EventRecord event;
  std::string hash;
  query(
      connection, "select job, seq, at, who, host, what, detail, previous, hash from event order by job, seq",
      [&] {
        ++check.events;
        follow(event, hash, chains[event.job], check.faults);
        history.add(event);
      },
      into(event.job), into(event.seq), into(event.at), into(event.who), into(event.host), into(event.what),
      into(event.detail), into(event.previous), into(hash));
  for (const auto& [job, end] : chain_ends(connection)) {
    if (job > 0) ++check.jobs;
    const ChainState& chain = chains[job];
    if (!chain.is_broken && (chain.next - 1 != end.events || chain.hash != end.hash))
      check.faults.push_back(
          fmt::format("{}: events at its end are missing after event {}", chain_name(job), chain.next - 1));
  }
}

/// A series that stands below the cards it has numbered would number the next ones like them.
void check_series(Connection& connection, const std::map<std::string, long long>& given,
                  std::vector<std::string>& faults) {
  std::string series;
  long long last = 0;
  query(
      connection, "select prefix || '-' || code, last_number from series",
      [&] {
        if (const auto found = given.find(series); found != given.end() && last < found->second)
          faults.push_back(fmt::format("the numbers {}-… stand at {}, and {} are given", series, last, found->second));
      },
      into(series), into(last));
}

void check_cards(Connection& connection, LedgerCheck& check, History& history) {
  // Events that were tampered with prove nothing about cards.
  const bool is_proved = check.faults.empty();
  std::map<std::string, long long> given;
  each_card(connection, "", [&](const CardRecord& card) {
    ++check.cards;
    const std::string& number = card.number.text;
    ++given[number.substr(0, number.find('-', number.find('-') + 1))];
    if (!read_card_number(number)) check.faults.push_back(fmt::format("'{}' is not a card number", number));
    if (auto fault = history.fault_of(card); fault && is_proved) check.faults.push_back(*fault);
  });
  check_series(connection, given, check.faults);
  if (!is_proved) return;
  for (const auto& number : history.missing())
    check.faults.push_back(fmt::format("card {}: it was ordered, and is not in the ledger", number));
}

void tell(Connection& connection, const std::string& statement, const char* words, std::vector<std::string>& faults) {
  std::string number;
  query(
      connection, statement, [&] { faults.push_back(fmt::format("card {}: {}", number, words)); }, into(number));
}

void check_states(Connection& connection, std::vector<std::string>& faults) {
  tell(connection,
       "select number from card where state in ('rendered', 'printed', 'handed_over') and not exists (select 1 from "
       "placement join sheet_file on sheet_file.id = placement.file where card = number and copy = copies and "
       "sheet_file.state <> 'prepared')",
       "it is said to be made, and lies on no sheet", faults);
  tell(connection,
       "select number from card where state = 'ordered' and not exists (select 1 from work where work.card = number) "
       "and not exists (select 1 from placement where placement.card = number)",
       "it is ordered, and nobody will make it", faults);
  tell(connection, "select work.card from work join card on card.number = work.card where card.state <> 'ordered'",
       "it waits to be made, and is not ordered", faults);
  tell(connection,
       "select max(number) from card where state <> 'void' group by replace(member, '/', '-'), period having count(*) "
       "> 1",
       "its member has another live card in this period", faults);
  tell(connection, "select number from card where qr_text <> '' and values_json = ''",
       "its person was purged, and the text of its QR code is still there", faults);
  tell(connection,
       fmt::format("select card from status_place where list < 1 or place < 0 or place >= {}", places_a_list),
       "no status list has its place", faults);
}

}  // namespace

LedgerCheck check_ledger(Ledger& ledger) {
  LedgerCheck check;
  reading(ledger.connection(), [&] {
    History history;
    check_chains(ledger.connection(), check, history);
    check_cards(ledger.connection(), check, history);
    check_states(ledger.connection(), check.faults);
  });
  return check;
}

}  // namespace pehchan
