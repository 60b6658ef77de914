#include "ledger/digital_links.h"

#include "ledger/card_rows.h"
#include "ledger/connection.h"

namespace pehchan {
using soci::into, soci::use;

std::vector<LinkedCard> linked_cards(Ledger& ledger, const std::string& base_url, const std::string& after,
                                     std::size_t limit) {
  std::vector<LinkedCard> cards;
  LinkedCard card;
  std::string member, values;
  long long told = 0;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select card.number, card.member, card.values_json, digital_card.token, case when digital_told.card is null "
        "then 0 else 1 end from card join digital_card on digital_card.card = card.number left join digital_told on "
        "digital_told.card = card.number and digital_told.base = :base where card.state in ('rendered', 'printed', "
        "'handed_over') and card.values_json <> '' and digital_card.built <> '' and card.number > :after order by "
        "card.number limit " +
            std::to_string(limit),
        [&] {
          card.member = member_of(member, values);
          card.is_told = told != 0;
          cards.push_back(card);
        },
        into(card.number.text), into(member), into(values), into(card.token), into(told), use(base_url, "base"),
        use(after, "after"));
  });
  return cards;
}

std::size_t last_link_list(Ledger& ledger) {
  long long last = 0;
  reading(ledger.connection(),
          [&] { ledger.connection().sql << "select coalesce(max(list), 0) from digital_told", into(last); });
  return static_cast<std::size_t>(last);
}

void mark_told(Ledger& ledger, std::span<const std::string> cards, const std::string& base_url, std::size_t list) {
  const std::string numbers = json_list(cards);
  const auto number = static_cast<long long>(list);
  in_transaction(ledger.connection(), [&] {
    change(ledger.connection(),
           "insert into digital_told (card, base, list) select card.number, :base, :list from card where " +
               ledger.connection().is_any_of("card.number", "cards") + " on conflict (card, base) do nothing",
           use(base_url, "base"), use(number, "list"), use(numbers, "cards"));
  });
}

}  // namespace pehchan
