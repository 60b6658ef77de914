#include "ledger/lookup.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/card_rows.h"
#include "ledger/connection.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// As the roll keeps mobiles; other texts stay as they are.
std::string as_mobile(const std::string& typed) {
  std::string digits;
  for (const char c : typed) {
    if (is_digit(c))
      digits += c;
    else if (c != ' ' && c != '+' && c != '-')
      return typed;
  }
  return digits.size() >= 10 ? "+91" + digits.substr(digits.size() - 10) : typed;
}

std::string in_capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

/// '%', '_' and '\' of the typed text stand for themselves.
std::string like_pattern(const std::string& typed) {
  std::string pattern = "%";
  for (const char c : name_key_of(typed)) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace

std::vector<CardRecord> find_cards(Ledger& ledger, const std::string& typed, std::size_t limit) {
  std::vector<CardRecord> cards;
  const auto keep = [&](const CardRecord& found) { cards.push_back(found); };
  const std::string newest = " order by card.ordered_at desc, card.number desc limit " + std::to_string(limit);
  const auto number = read_card_number(typed);
  const std::string card = number ? number->text : typed, exact = in_capitals(typed), member = member_key_of(exact),
                    mobile = as_mobile(typed), name = like_pattern(typed);
  reading(ledger.connection(), [&] {
    // Numbers first, which have indexes: a part of a name means looking at every card.
    each_card(ledger.connection(),
              fmt::format("where card.number = :card or {} = :member or (card.epic <> '' and card.epic = :exact) or "
                          "(card.mobile <> '' and card.mobile = :mobile)",
                          member_key) +
                  newest,
              keep, use(card, "card"), use(member, "member"), use(exact, "exact"), use(mobile, "mobile"));
    if (cards.empty())
      each_card(ledger.connection(), "where card.name_key like :name escape '\\'" + newest, keep, use(name, "name"));
  });
  return cards;
}

std::vector<IssuedFacts> issued_facts(Ledger& ledger, std::span<const std::string> numbers) {
  std::vector<IssuedFacts> all;
  IssuedFacts facts;
  std::string member, values;
  const std::string list = json_list(numbers);
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select number, member, values_json, row_hash, photo_hash, photo_stamp, template_hash from card where state in "
        "('rendered', 'printed', 'handed_over') and " +
            ledger.connection().is_any_of("number", "numbers"),
        [&] {
          facts.member = member_of(member, values);
          all.push_back(facts);
        },
        into(facts.number.text), into(member), into(values), into(facts.hashes.row), into(facts.hashes.photo),
        into(facts.hashes.photo_stamp), into(facts.hashes.card_template), use(list, "numbers"));
  });
  return all;
}

std::vector<CardRecord> cards_of(Ledger& ledger, const Job& job) {
  std::vector<CardRecord> cards;
  reading(ledger.connection(), [&] {
    each_card(
        ledger.connection(), "where card.number in " + std::string(cards_of_job) + " order by card.number",
        [&](const CardRecord& card) { cards.push_back(card); }, use(job.id, "job"));
  });
  return cards;
}

std::vector<SlotContent> sheet_content(Ledger& ledger, const Job& job, std::size_t sheet) {
  struct Here {
    std::string number, row, photo, stamp, card_template;
    CardPlace place;
  };
  Connection& connection = ledger.connection();
  std::vector<Here> slots;
  Here here;
  long long slot = 0, copy = 0;
  const auto wanted = static_cast<long long>(sheet);
  std::vector<SlotContent> content;
  reading(connection, [&] {
    query(
        connection,
        "select placement.card, placement.slot, placement.copy, sheet_file.name, card.row_hash, card.photo_hash, "
        "card.photo_stamp, card.template_hash from placement join sheet_file on sheet_file.id = placement.file join "
        "card on card.number = placement.card where sheet_file.job = :job and placement.sheet = :sheet and "
        "sheet_file.state <> 'prepared' order by placement.slot",
        [&] {
          here.place = {job.id, here.place.file, sheet, static_cast<std::size_t>(slot), static_cast<std::size_t>(copy)};
          slots.push_back(here);
        },
        into(here.number), into(slot), into(copy), into(here.place.file), into(here.row), into(here.photo),
        into(here.stamp), into(here.card_template), use(job.id, "job"), use(wanted, "sheet"));
    for (const Here& one : slots)
      each_card(
          connection, "where card.number = :number",
          [&](const CardRecord& card) {
            content.push_back({card, {one.row, one.photo, one.stamp, one.card_template}, one.place});
          },
          use(one.number, "number"));
  });
  return content;
}

void each_card_of(Ledger& ledger, const std::function<void(const CardRecord&)>& on_card) {
  reading(ledger.connection(), [&] { each_card(ledger.connection(), "order by card.number", on_card); });
}

std::vector<CardCount> count_cards(Ledger& ledger) {
  std::vector<CardCount> counts;
  CardCount count;
  std::string state;
  long long cards = 0;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select period, district, state, count(*) from card group by period, district, state order by period, "
        "district, state",
        [&] {
          count.state = *card_state_named(state);
          count.cards = static_cast<std::size_t>(cards);
          counts.push_back(count);
        },
        into(count.period), into(count.district), into(state), into(cards));
  });
  return counts;
}

}  // namespace pehchan
