#include "ledger/status_places.h"

#include <sys/random.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>

#include "ledger/connection.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

std::size_t random_below(std::size_t size) {
  // A multiple of `size` is the limit, so that no place is likelier than another.
  const std::uint64_t limit = UINT64_MAX - UINT64_MAX % size;
  for (std::uint64_t bits = 0;;) {
    if (::getentropy(&bits, sizeof bits) != 0)
      throw RunError(ExitCode::internal, "the system gives no random numbers", "Run the same command again.");
    if (bits < limit) return static_cast<std::size_t>(bits % size);
  }
}

std::map<std::string, ListPlace> places_given(Connection& connection, std::span<const std::string> cards) {
  const std::string wanted = json_list(cards);
  std::map<std::string, ListPlace> places;
  std::string card;
  long long list = 0, index = 0;
  query(
      connection, "select card, list, place from status_place where " + connection.is_any_of("card", "cards"),
      [&] {
        places[card] = {static_cast<std::size_t>(list), static_cast<std::size_t>(index)};
      },
      into(card), into(list), into(index), use(wanted, "cards"));
  return places;
}

/// The list that places are given of now, and how many it still has to give.
struct OpenList {
  long long number = 1;
  std::size_t room = 0;
};

OpenList open_list(Connection& connection, std::size_t list_size) {
  long long newest = 0, given = 0;
  connection.sql << "select coalesce(max(list), 1) from status_place", into(newest);
  connection.sql << "select count(*) from status_place where list = :list", use(newest, "list"), into(given);
  const std::size_t most = list_size / 2, taken = static_cast<std::size_t>(given);
  return taken < most ? OpenList{newest, most - taken} : OpenList{newest + 1, most};
}

/// Whoever meets a place that is given stays without one for now.
void try_places(Connection& connection, const OpenList& list, std::span<const std::string> cards,
                std::size_t list_size) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const std::string& card : cards) rows.push_back({{"card", card}, {"place", random_below(list_size)}});
  const std::string wanted = rows.dump();
  change(connection,
         "insert into status_place (card, list, place) select " + Connection::text("card") + ", :list, " +
             Connection::number("place") + " from " + connection.each("rows") + " where true on conflict do nothing",
         use(list.number, "list"), use(wanted, "rows"));
}

void refuse_unknown(Connection& connection, std::span<const std::string> cards) {
  const std::string wanted = json_list(cards);
  long long known = 0;
  connection.sql << "select count(*) from card where " + connection.is_any_of("number", "cards"), use(wanted, "cards"),
      into(known);
  if (known != static_cast<long long>(cards.size()))
    throw RunError(ExitCode::internal, "a card that the ledger does not know, or one twice, wants a place");
}

std::vector<std::string> lacking(std::span<const std::string> cards, const std::map<std::string, ListPlace>& given) {
  std::vector<std::string> all;
  std::ranges::copy_if(cards, std::back_inserter(all), [&](const std::string& card) { return !given.contains(card); });
  return all;
}

}  // namespace

std::vector<ListPlace> status_places(Ledger& ledger, std::span<const std::string> cards, std::size_t list_size) {
  Connection& connection = ledger.connection();
  return in_transaction(connection, [&] {
    if (connection.is_postgres) connection.sql << "select pg_advisory_xact_lock(20553, 5)";
    auto given = places_given(connection, cards);
    for (auto without = lacking(cards, given); !without.empty(); without = lacking(cards, given)) {
      refuse_unknown(connection, without);
      const OpenList list = open_list(connection, list_size);
      try_places(connection, list, std::span(without).first(std::min(list.room, without.size())), list_size);
      given.merge(places_given(connection, without));
    }
    std::vector<ListPlace> places;
    for (const std::string& card : cards) places.push_back(given.at(card));
    return places;
  });
}

void each_listed_card(Ledger& ledger, const std::function<void(const ListedCard&)>& on_card) {
  ListedCard card;
  std::string state;
  long long list = 0, index = 0;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select list, place, state, expires_at from status_place join card on card.number = status_place.card order by "
        "list, place",
        [&] {
          card.place = {static_cast<std::size_t>(list), static_cast<std::size_t>(index)};
          card.state = *card_state_named(state);
          on_card(card);
        },
        into(list), into(index), into(state), into(card.expires_at));
  });
}

std::vector<long long> jobs_of_listed_cards(Ledger& ledger, long long at) {
  std::vector<long long> jobs;
  long long job = 0;
  query(
      ledger.connection(),
      "select distinct sheet_file.job from status_place join card on card.number = status_place.card join placement on "
      "placement.card = card.number and placement.copy = 1 join sheet_file on sheet_file.id = placement.file where "
      "card.state <> 'void' and (card.expires_at = 0 or card.expires_at > :at) order by sheet_file.job",
      [&] { jobs.push_back(job); }, into(job), use(at, "at"));
  return jobs;
}

}  // namespace pehchan
