#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "model/card_record.h"

namespace pehchan {

/// How many places a status list has (draft-ietf-oauth-status-list: one bit each). Half of them are ever used, so that
/// a free one is found at once, and no place tells how many cards there are.
inline constexpr std::size_t places_a_list = std::size_t{1} << 20;

/// Where status lists tell whether a card still counts.
struct ListPlace {
  std::size_t list = 1;   ///< from 1
  std::size_t index = 0;  ///< below places_a_list
  bool operator==(const ListPlace&) const = default;
};

/// The places of these cards, in their order. Whoever has none is given one, for good: a random one of the newest list
/// (the system's generator), or of the next when half of that is given. Nobody learns from a place who was numbered
/// before or after whom. Of two programs that ask for the same card at once both get the same place. Throws RunError
/// (internal) for a card that the ledger does not know.
std::vector<ListPlace> status_places(Ledger& ledger, std::span<const std::string> cards,
                                     std::size_t list_size = places_a_list);

/// A card that has a place.
struct ListedCard {
  ListPlace place;
  CardState state = CardState::ordered;
  long long expires_at = 0;  ///< seconds since 1970 UTC; 0: never
};

/// All of them, one at a time, list by list.
void each_listed_card(Ledger& ledger, const std::function<void(const ListedCard&)>& on_card);

/// The jobs that made the cards with a place which still count at `at` (seconds since 1970 UTC).
std::vector<long long> jobs_of_listed_cards(Ledger& ledger, long long at);

}  // namespace pehchan
