#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/order_cards.h"
#include "model/roll.h"

namespace pehchan {

/// Takes out of `members` (and of `cards`, their latest ones, beside it) those who never had a card and whose EPIC
/// number another member's live card of this period has: the same person under another number, as far as anybody can
/// know. Not where the roll itself gives that other member another EPIC by now. Given back as withheld.
std::vector<Withheld> take_out_epic_doubles(Ledger& ledger, const std::string& period, std::vector<Member>& members,
                                            std::vector<LatestCard>& cards);

}  // namespace pehchan
