#include "ledger/after_print.h"

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

constexpr const char* to_print = "card.state = 'rendered' and sheet_file.job = :job and sheet_file.state = 'released'";

/// The cards of these that are in `from` go on to `to`, with the time in `column`.
std::size_t move_on(Connection& connection, const Job& job, const char* from, const char* to, const char* column,
                    const Json& numbers, Json detail) {
  const std::string list = numbers.dump();
  const long long changed = change(connection,
                                   fmt::format("update card set state = '{}', {} = {} where state = '{}' and {}", to,
                                               column, connection.now(), from, connection.is_any_of("number", "cards")),
                                   use(list, "cards"));
  if (changed == 0) return 0;
  detail["cards"] = numbers;
  add_event(connection, job.id, to, detail);
  return static_cast<std::size_t>(changed);
}

std::vector<CardRecord> cards_where(Connection& connection, const Job& job, const std::string& condition) {
  std::vector<CardRecord> cards;
  each_card(
      connection, "where " + condition + " order by card.number",
      [&](const CardRecord& card) { cards.push_back(card); }, use(job.id, "job"));
  return cards;
}

std::set<std::size_t> sheets_with_cards(Connection& connection, const Job& job) {
  std::set<std::size_t> sheets;
  long long sheet = 0;
  query(
      connection,
      "select distinct placement.sheet from placement join sheet_file on sheet_file.id = placement.file where "
      "sheet_file.job = :job and sheet_file.state = 'released'",
      [&] { sheets.insert(static_cast<std::size_t>(sheet)); }, into(sheet), use(job.id, "job"));
  return sheets;
}

/// A sheet that holds no card goes with the next of its file that does: the header of a group with its cards. Behind
/// the last it goes with that.
void add_sheets_without_cards(const JobFile& file, const std::set<std::size_t>& with_cards,
                              std::set<std::size_t>& sheets) {
  const std::size_t end = file.first_sheet + file.sheets;
  const auto beyond = with_cards.lower_bound(end);
  for (std::size_t sheet = file.first_sheet; sheet < end; ++sheet) {
    auto with = with_cards.lower_bound(sheet);
    if (with == beyond) {
      if (with == with_cards.begin()) return;
      --with;
    }
    if (sheets.contains(*with)) sheets.insert(sheet);
  }
}

bool is_in(std::span<const SheetRange> ranges, std::size_t sheet) {
  return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [&](const SheetRange& range) {
           return sheet >= range.first && sheet <= range.last;
         });
}

void refuse_sheets_beyond(Ledger& ledger, const Job& job, std::span<const SheetRange> sheets) {
  const std::size_t last = next_sheet(ledger, job) - 1;
  for (const SheetRange& range : sheets)
    if (range.first < 1 || range.last < range.first || range.last > last)
      throw RunError(ExitCode::usage,
                     fmt::format("{} has sheets 1 to {}, not {}-{}", job.name(), last, range.first, range.last),
                     "The number of each sheet stands in its margin.");
}

bool is_among(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::optional<CardRecord> read_one(Connection& connection, const std::string& condition, const std::string& first,
                                   const std::string& second = {}) {
  std::optional<CardRecord> found;
  const auto keep = [&](const CardRecord& card) { found = card; };
  if (second.empty())
    each_card(connection, condition, keep, use(first, "first"));
  else
    each_card(connection, condition, keep, use(first, "first"), use(second, "second"));
  return found;
}

/// A card or booth that was named and is not there is a slip of the hand: another would be marked in its place.
void refuse_strangers(const Job& job, const HandedOver& said, const std::vector<CardRecord>& printed) {
  const auto refuse_unless = [&](const std::vector<std::string>& named, const char* kind, auto is_it) {
    for (const std::string& one : named)
      if (std::ranges::none_of(printed, [&](const CardRecord& card) { return is_it(card, one); }))
        throw RunError(
            ExitCode::usage,
            fmt::format("{} {} has nothing among the printed cards of {} to hand over", kind, one, job.name()),
            "Nothing was marked. Look at the register, or at 'pehchan find'.");
  };
  const auto is_card = [](const CardRecord& card, const std::string& number) { return card.number.text == number; };
  refuse_unless(said.cards, "the card", is_card);
  refuse_unless(said.missing, "the card", is_card);
  refuse_unless(said.booths, "the booth",
                [](const CardRecord& card, const std::string& booth) { return card.member[Field::booth_no] == booth; });
}

/// A card that a run is putting on a sheet right now must not die under its hands.
void refuse_if_held(Connection& connection, const std::string& number) {
  long long count = 0;
  connection.sql << "select (select count(*) from work where card = :number and lease is not null) + (select count(*) "
                    "from placement join sheet_file on sheet_file.id = placement.file where card = :number and "
                    "sheet_file.state = 'prepared')",
      use(number, "number"), into(count);
  if (count > 0)
    throw RunError(ExitCode::try_again, fmt::format("a run is making the card {} at this moment", number),
                   "Wait until it ends (or run it again if it was killed), then run this command again.");
}

/// Nor may it be handed over while a new copy of it is in the making, which could then never be released.
void refuse_held_copies(Connection& connection, const Json& numbers) {
  const std::string list = numbers.dump();
  std::string held;
  query(
      connection,
      "select card from placement join sheet_file on sheet_file.id = placement.file where sheet_file.state = "
      "'prepared' and " +
          connection.is_any_of("card", "cards") + " order by card",
      [] {}, into(held), use(list, "cards"));
  if (!held.empty())
    throw RunError(ExitCode::try_again, fmt::format("a new copy of the card {} is in the making", held),
                   "Wait until 'pehchan spoilt' ends (or run it again if it was killed), then run this command again.");
}

long long chain_of(const CardRecord& card) { return card.place ? card.place->job : 0; }

/// In a shared ledger: nobody else can take the card or move it on from here to the end of the transaction. In the
/// order in which prepare_file locks.
void lock_card(Connection& connection, const std::string& number) {
  if (!connection.is_postgres) return;
  connection.sql << "select card from work where card = :number for update", use(number, "number");
  connection.sql << "select number from card where number = :number for update", use(number, "number");
}

void kill(Connection& connection, const CardRecord& card, CardReason reason) {
  lock_card(connection, card.number.text);
  refuse_if_held(connection, card.number.text);
  const std::string why(word_of(reason)), state(word_of(card.state));
  change(connection, "delete from work where card = :number", use(card.number.text, "number"));
  const long long killed =
      change(connection,
             "update card set state = 'void', void_reason = :why, void_at = " + std::string(connection.now()) +
                 " where number = :number and state = :state",
             use(why, "why"), use(card.number.text, "number"), use(state, "state"));
  if (killed == 0)
    throw RunError(ExitCode::try_again, fmt::format("the card {} was changed at this moment", card.number.text),
                   "Look at it with 'pehchan find', then run this command again if it is still right.");
  add_event(connection, chain_of(card), "void", {{"card", card.number.text}, {"reason", why}});
}

/// The next running number of the old card's own series.
CardNumber next_number(Connection& connection, const CardNumber& old) {
  const auto first = old.text.find('-'), second = old.text.find('-', first + 1);
  const std::string prefix = old.text.substr(0, first), code = old.text.substr(first + 1, second - first - 1);
  long long running = 0;
  connection.sql << "update series set last_number = last_number + 1 where prefix = :prefix and code = :code returning "
                    "last_number",
      use(prefix, "prefix"), use(code, "code"), into(running);
  return make_card_number(prefix, code, running);
}

CardNumber order_instead(Connection& connection, const CardRecord& old, CardReason reason) {
  const CardNumber number = next_number(connection, old.number);
  const std::string why(word_of(reason));
  change(connection,
         "insert into card (number, member, period, district, state, reason, replaces, name_key, mobile, epic, "
         "values_json, ordered_at) select :number, member, period, district, 'ordered', :why, number, name_key, "
         "mobile, epic, values_json, " +
             std::string(connection.now()) + " from card where number = :old",
         use(number.text, "number"), use(why, "why"), use(old.number.text, "old"));
  change(connection, "insert into work (card) values (:number)", use(number.text, "number"));
  add_event(connection, chain_of(old), "ordered",
            {{"cards", Json::array({number.text})}, {"replaces", old.number.text}, {"reason", why}});
  return number;
}

}  // namespace

std::vector<std::size_t> sheets_to_print(Ledger& ledger, const Job& job) {
  std::set<std::size_t> sheets, with_cards;
  reading(ledger.connection(), [&] {
    for (const CardRecord& card : cards_where(ledger.connection(), job, to_print)) sheets.insert(card.place->sheet);
    with_cards = sheets_with_cards(ledger.connection(), job);
  });
  for (const JobFile& file : files_of(ledger, job)) add_sheets_without_cards(file, with_cards, sheets);
  return {sheets.begin(), sheets.end()};
}

std::size_t mark_printed(Ledger& ledger, const Job& job, std::span<const SheetRange> sheets) {
  refuse_sheets_beyond(ledger, job, sheets);
  Connection& connection = ledger.connection();
  return in_transaction(connection, [&] {
    Json numbers = Json::array(), told = Json::array();
    for (const CardRecord& card : cards_where(connection, job, to_print))
      if (is_in(sheets, card.place->sheet)) numbers.push_back(card.number.text);
    for (const SheetRange& range : sheets) told.push_back(fmt::format("{}-{}", range.first, range.last));
    return move_on(connection, job, "rendered", "printed", "printed_at", numbers, {{"sheets", told}});
  });
}

std::size_t mark_handed_over(Ledger& ledger, const Job& job, const HandedOver& said) {
  Connection& connection = ledger.connection();
  return in_transaction(connection, [&] {
    const auto printed =
        cards_where(connection, job, "card.state = 'printed' and card.number in " + std::string(cards_of_job));
    refuse_strangers(job, said, printed);
    Json numbers = Json::array();
    for (const CardRecord& card : printed) {
      const bool is_meant = (said.booths.empty() || is_among(said.booths, card.member[Field::booth_no])) &&
                            (said.cards.empty() || is_among(said.cards, card.number.text));
      if (is_meant && !is_among(said.missing, card.number.text)) numbers.push_back(card.number.text);
    }
    const auto handed = move_on(connection, job, "printed", "handed_over", "handed_at", numbers, Json::object());
    refuse_held_copies(connection, numbers);
    return handed;
  });
}

Replacement replace_card(Ledger& ledger, const std::string& member_no, const std::string& period, CardReason reason) {
  Connection& connection = ledger.connection();
  return in_transaction(connection, [&] {
    const auto old =
        read_one(connection, fmt::format("where {} = :first and card.period = :second and {}", member_key, is_latest),
                 member_key_of(member_no), period);
    if (!old)
      throw RunError(ExitCode::missing_input, fmt::format("no card of member {} in period {}", member_no, period),
                     "Look the member up with 'pehchan find'; or give the right --period.");
    if (old->state == CardState::ordered && !old->replaces.empty())
      return Replacement{CardNumber{old->replaces}, old->number, false};
    if (old->state == CardState::ordered)
      throw RunError(ExitCode::bad_input, fmt::format("the card {} is not made yet", old->number.text),
                     "There is nothing to replace: run 'pehchan issue' to make it.");
    if (old->state != CardState::voided) kill(connection, *old, reason);
    return Replacement{old->number, order_instead(connection, *old, reason), true};
  });
}

bool void_card(Ledger& ledger, const CardNumber& number, CardReason reason) {
  Connection& connection = ledger.connection();
  return in_transaction(connection, [&] {
    const auto card = read_one(connection, "where card.number = :first", number.text);
    if (!card)
      throw RunError(ExitCode::missing_input, fmt::format("there is no card {} in the ledger", number.text),
                     "Look it up with 'pehchan find'; or give the right --ledger.");
    if (card->state == CardState::voided) return false;
    kill(connection, *card, reason);
    return true;
  });
}

}  // namespace pehchan
