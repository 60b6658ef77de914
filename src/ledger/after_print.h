#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/jobs.h"
#include "ledger/ledger.h"
#include "model/card_record.h"

namespace pehchan {

/// Sheets of a job, both ends among them.
struct SheetRange {
  std::size_t first = 1, last = 1;
};

/// What people say of released cards: nothing here is ever assumed because a PDF exists.

/// Sheets of the job with a card that is `rendered` and was not made again elsewhere since: still to be printed, in
/// order; with the sheets of the same files that hold no card, such as a group's header, which go with the next that
/// does.
std::vector<std::size_t> sheets_to_print(Ledger& ledger, const Job& job);

/// These sheets (none given: all) came out of the printer well: their cards that are `rendered`, and were not made
/// again elsewhere since, are `printed` now. How many that were; said twice, 0. Throws RunError (usage) when the job
/// has no such sheet.
std::size_t mark_printed(Ledger& ledger, const Job& job, std::span<const SheetRange> sheets);

/// Which of a job's cards were handed over.
struct HandedOver {
  std::vector<std::string> booths;   ///< none: of all booths
  std::vector<std::string> cards;    ///< none: all
  std::vector<std::string> missing;  ///< these were not, whatever else was said
};

/// Their members have signed: those of the job's cards (the ones made again elsewhere among them) that are `printed`
/// are `handed_over` now. How many that were. Throws RunError: usage when a
/// card or booth that is named has no such card, try_again when a new copy of one is in the making.
std::size_t mark_handed_over(Ledger& ledger, const Job& job, const HandedOver& said);

struct Replacement {
  CardNumber old, ordered;
  bool is_new = true;  ///< false: it was ordered by an earlier call and is not made yet
};

/// Voids a member's card (if it is not void already) and orders a new one with a new number in one transaction. The
/// next `issue` whose roll has the member makes it. Throws RunError: missing_input when the member has no card,
/// bad_input when it is not made yet, or when a run holds it at this moment (try_again).
Replacement replace_card(Ledger& ledger, const std::string& member_no, const std::string& period, CardReason reason);

/// The card is dead for good, and its member gets no other by itself: only replace_card orders one. False when it was
/// void already. Throws RunError (missing_input) when there is no such card, try_again when a run holds it.
bool void_card(Ledger& ledger, const CardNumber& number, CardReason reason);

}  // namespace pehchan
