#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "model/card_number.h"
#include "model/member.h"

namespace pehchan {

/// A made card that has an address, and whose link can be sent.
struct LinkedCard {
  CardNumber number;
  Member member;
  std::string token;
  bool is_told = false;  ///< its link below the address asked about was in a list
};
/// Those of all periods in the order of their numbers, at most `limit`, those after `after`; purged ones have nobody to
/// send a link to.
std::vector<LinkedCard> linked_cards(Ledger& ledger, const std::string& base_url, const std::string& after,
                                     std::size_t limit);

/// The highest number that a list of new links had; 0: there was none.
std::size_t last_link_list(Ledger& ledger);
/// The links below this address of these cards were in the list of this number. What was told of another address stays
/// known.
void mark_told(Ledger& ledger, std::span<const std::string> cards, const std::string& base_url, std::size_t list);

}  // namespace pehchan
