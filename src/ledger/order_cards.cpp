#include "ledger/order_cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ledger/card_rows.h"
#include "ledger/connection.h"
#include "ledger/events.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t block = 1000;

std::span<const Member> next_block(std::span<const Member>& rest) {
  const auto taken = rest.first(std::min(block, rest.size()));
  rest = rest.subspan(taken.size());
  return taken;
}

std::map<std::string, LatestCard> find_latest(Connection& connection, const std::string& period,
                                              std::span<const Member> members) {
  Json wanted = Json::array();
  for (const Member& member : members) wanted.push_back(member_key_of(member[Field::member_no]));
  const std::string list = wanted.dump();
  std::map<std::string, LatestCard> found;
  std::string key, number, state;
  query(
      connection,
      fmt::format("select {}, number, state from card where period = :period and {} and {}", member_key, is_latest,
                  connection.is_any_of(member_key, "members")),
      [&] {
        found[key] = {CardNumber{number}, *card_state_named(state)};
      },
      into(key), into(number), into(state), use(period, "period"), use(list, "members"));
  return found;
}

void append(std::vector<LatestCard>& cards, const std::map<std::string, LatestCard>& found,
            std::span<const Member> members) {
  for (const Member& member : members) {
    const auto latest = found.find(member_key_of(member[Field::member_no]));
    cards.push_back(latest == found.end() ? LatestCard{} : latest->second);
  }
}

/// The districts' codes, given or the ledger's own; a code once used for a district stays, since numbers never move.
class Districts {
 public:
  Districts(Connection& connection, const Numbering& numbering) : connection_(connection), numbering_(numbering) {
    std::string name, code;
    query(
        connection, "select name, code from district",
        [&] {
          codes_[name] = code;
          used_.insert(code);
        },
        into(name), into(code));
    for (const auto& [district, given] : numbering.district_codes) used_.insert(given);
  }

  const std::string& code_of(const std::string& name) {
    if (const auto known = codes_.find(name); known != codes_.end()) return known->second;
    const auto given = numbering_.district_codes.find(name);
    if (given != numbering_.district_codes.end()) refuse_if_anothers(given->second, name);
    const std::string code = given != numbering_.district_codes.end() ? given->second : next_free();
    change(connection_, "insert into district (name, code) values (:name, :code)", use(name, "name"),
           use(code, "code"));
    used_.insert(code);
    return codes_[name] = code;
  }

 private:
  void refuse_if_anothers(const std::string& code, const std::string& name) const {
    for (const auto& [other, own] : codes_)
      if (own == code)
        throw RunError(
            ExitCode::bad_config,
            fmt::format("the list of places gives {} the code {}, which {} has in the ledger", name, code, other),
            "Numbers never move: give the new district another code in the list of places.");
  }
  std::string next_free() const {
    for (int number = 1;; ++number)
      if (std::string code = fmt::format("{:03}", number); !used_.contains(code)) return code;
  }

  Connection& connection_;
  const Numbering& numbering_;
  std::map<std::string, std::string> codes_;
  std::set<std::string> used_;
};

/// The last of `count` running numbers that are ours from now on.
long long take_numbers(Connection& connection, const std::string& prefix, const std::string& code, long long count) {
  long long last = 0;
  connection.sql << "insert into series (prefix, code, last_number) values (:prefix, :code, :count) on conflict "
                    "(prefix, code) do update set last_number = series.last_number + excluded.last_number "
                    "returning last_number",
      use(prefix, "prefix"), use(code, "code"), use(count, "count"), into(last);
  return last;
}

/// Cards of one district run through in the members' order.
class Numbers {
 public:
  Numbers(Connection& connection, const Numbering& numbering, Districts& districts,
          const std::vector<const Member*>& members)
      : numbering_(numbering), districts_(districts) {
    std::map<std::string, long long> counts;
    for (const Member* member : members) ++counts[districts.code_of((*member)[Field::district])];
    for (const auto& [code, count] : counts)
      next_[code] = take_numbers(connection, numbering.prefix, code, count) - count + 1;
  }
  std::string next(const Member& member) {
    const std::string& code = districts_.code_of(member[Field::district]);
    return make_card_number(numbering_.prefix, code, next_[code]++).text;
  }

 private:
  const Numbering& numbering_;
  Districts& districts_;
  std::map<std::string, long long> next_;
};

void insert_cards(Connection& connection, const std::string& period, const std::string& list) {
  change(connection,
         "insert into card (number, member, period, district, state, reason, name_key, mobile, epic, values_json, "
         "ordered_at) select " +
             Connection::text("number") + ", " + Connection::text("member") + ", :period, " +
             Connection::text("district") + ", 'ordered', 'first', " + Connection::text("name") + ", " +
             Connection::text("mobile") + ", " + Connection::text("epic") + ", " + Connection::text("values") + ", " +
             connection.now() + " from " + connection.each("cards"),
         use(period, "period"), use(list, "cards"));
  change(connection,
         "insert into work (card) select " + Connection::text("number") + " from " + connection.each("cards"),
         use(list, "cards"));
}

void order_block(Connection& connection, const std::string& period, const Numbering& numbering,
                 std::span<const Member> members, std::map<std::string, LatestCard>& found) {
  std::vector<const Member*> lacking;
  for (const Member& member : members)
    if (!found.contains(member_key_of(member[Field::member_no]))) lacking.push_back(&member);
  if (lacking.empty()) return;
  Districts districts(connection, numbering);
  Numbers numbers(connection, numbering, districts, lacking);
  Json cards = Json::array(), told = Json::array();
  for (const Member* member : lacking) {
    const std::string number = numbers.next(*member);
    found[member_key_of((*member)[Field::member_no])] = {CardNumber{number}, CardState::ordered};
    told.push_back(number);
    cards.push_back({{"number", number},
                     {"member", (*member)[Field::member_no]},
                     {"district", (*member)[Field::district]},
                     {"name", name_key_of(*member)},
                     {"mobile", (*member)[Field::mobile]},
                     {"epic", (*member)[Field::epic_no]},
                     {"values", values_json_of(*member)}});
  }
  insert_cards(connection, period, cards.dump());
  add_event(connection, 0, "ordered", {{"cards", told}});
}

}  // namespace

std::vector<LatestCard> latest_cards(Ledger& ledger, const std::string& period, std::span<const Member> members) {
  Connection& connection = ledger.connection();
  std::vector<LatestCard> cards;
  reading(connection, [&] {
    for (auto rest = members; !rest.empty();) {
      const auto some = next_block(rest);
      append(cards, find_latest(connection, period, some), some);
    }
  });
  return cards;
}

std::vector<LatestCard> order_cards(Ledger& ledger, const std::string& period, const Numbering& numbering,
                                    std::span<const Member> members) {
  Connection& connection = ledger.connection();
  std::vector<LatestCard> cards;
  for (auto rest = members; !rest.empty();) {
    const auto some = next_block(rest);
    in_transaction(connection, [&] {
      if (connection.is_postgres) connection.sql << "select pg_advisory_xact_lock(20553, 2)";
      auto found = find_latest(connection, period, some);
      order_block(connection, period, numbering, some, found);
      append(cards, found, some);
    });
  }
  return cards;
}

}  // namespace pehchan
