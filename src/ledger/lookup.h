#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ledger/jobs.h"
#include "ledger/ledger.h"
#include "ledger/placing.h"
#include "model/card_record.h"

namespace pehchan {

/// Cards by what somebody knows of them: a card number, a member number, a mobile (as +91XXXXXXXXXX or its ten digits),
/// an EPIC number, or a part of a name in either script. At most `limit`, newest first.
std::vector<CardRecord> find_cards(Ledger& ledger, const std::string& typed, std::size_t limit);

/// Released cards of these numbers, with what they were made from, to compare a roll of today with.
struct IssuedFacts {
  CardNumber number;
  CardHashes hashes;
  Member member;  ///< as the card shows them; empty once purged
};
std::vector<IssuedFacts> issued_facts(Ledger& ledger, std::span<const std::string> numbers);

/// Cards that were first made on the job's released sheets, also those that were spoilt and made again in another job.
std::vector<CardRecord> cards_of(Ledger& ledger, const Job& job);

/// What lies in one slot of a job's released sheets.
struct SlotContent {
  CardRecord card;  ///< `place` is of its latest copy, which may be elsewhere
  CardHashes hashes;
  CardPlace here;
};
/// Slots of one sheet that hold a card.
std::vector<SlotContent> sheet_content(Ledger& ledger, const Job& job, std::size_t sheet);

/// Every card, in the order of their numbers, one at a time.
void each_card_of(Ledger& ledger, const std::function<void(const CardRecord&)>& on_card);

/// How many cards there are of each kind.
struct CardCount {
  std::string period, district;
  CardState state = CardState::ordered;
  std::size_t cards = 0;
};
std::vector<CardCount> count_cards(Ledger& ledger);

}  // namespace pehchan
