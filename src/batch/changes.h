#pragma once
#include <filesystem>
#include <vector>

#include "batch/design.h"
#include "ledger/ledger.h"
#include "ledger/order_cards.h"
#include "model/member.h"
#include "model/photo_override.h"
#include "model/problem.h"
#include "model/roll.h"

namespace pehchan {

/// What a released card shows and roll or photo no longer say: a note for each such field, naming the card, so that the
/// clerk may replace it. Nothing is printed again by itself. `cards` are the members' own, in their order. A photo is
/// read only if its size or time has changed; after a purge only the hashes are compared.
std::vector<Problem> changes_since(Ledger& ledger, const std::vector<Member>& members,
                                   const std::vector<LatestCard>& cards, const Design& design,
                                   const std::filesystem::path& photos);

/// Notes on withheld rows whose member has a card all the same, from a row that was put right elsewhere.
std::vector<Problem> issued_although_withheld(Ledger& ledger, const std::string& period,
                                              const std::vector<Withheld>& withheld);

/// Notes on members who are pending or have declined by the roll, and have a card that is not void.
std::vector<Problem> unconfirmed_with_card(Ledger& ledger, const std::string& period,
                                           const std::vector<Member>& unconfirmed);

/// Notes on members whose card was voided and not replaced: they get none by themselves.
std::vector<Problem> voided_notes(const std::vector<Member>& members, const std::vector<LatestCard>& cards);

/// Members whose card is made and whose photo somebody has rejected since: a rejection takes no card back by itself.
std::vector<Problem> rejected_after_card(const std::vector<Member>& members, const std::vector<LatestCard>& cards,
                                         const PhotoOverrides& overrides);

}  // namespace pehchan
