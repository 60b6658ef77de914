#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "model/card_record.h"

namespace pehchan {

/// How new cards are numbered.
struct Numbering {
  std::string prefix = "PCN";                         ///< see model/card_number.h
  std::map<std::string, std::string> district_codes;  ///< district → code, from the list of places; else the ledger's
};

/// The last card that a member had in a period.
struct LatestCard {
  CardNumber number;
  CardState state = CardState::ordered;
};

/// The latest card of each member in this period, in the members' order; an empty number where there is none.
std::vector<LatestCard> latest_cards(Ledger& ledger, const std::string& period, std::span<const Member> members);

/// The same after cards have been ordered, in the members' order, for those who never had one (a card that was voided
/// is not made again by itself): numbered, put into the queue
/// of cards to be made, and written into the
/// ledger's own chain of events. A thousand members a transaction; killed in between, the
/// next call numbers the rest as this one would have. Two programs at once never order a card twice: the constraint
/// of one live card a member and period stands behind it.
/// A district that no code was given for gets the next free one of the ledger: 001, 002, …
std::vector<LatestCard> order_cards(Ledger& ledger, const std::string& period, const Numbering& numbering,
                                    std::span<const Member> members);

}  // namespace pehchan
