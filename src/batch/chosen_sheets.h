#pragma once
#include <vector>

#include "batch/send_options.h"

namespace pehchan {

/// The sheets of a job that were asked for, or all with a card that is still to be printed. Throws RunError (usage)
/// when the job has not one of them, or when a sheet's cards were printed or made again and it is not said to be
/// `again`: it is not printed twice by a slip of the hand.
std::vector<SheetRange> chosen_sheets(Ledger& ledger, const Job& job, const std::vector<SheetRange>& asked_for,
                                      bool is_again);

/// Cards on them that no longer count.
std::vector<DeadCard> dead_cards(Ledger& ledger, const Job& job, const SheetRange& sheets);

}  // namespace pehchan
