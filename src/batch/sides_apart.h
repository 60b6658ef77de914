#pragma once
#include <filesystem>
#include <vector>

#include "batch/send_options.h"

namespace pehchan {

/// Which of these sheets (chosen_sheets) have this side to print: fronts that no printer has taken yet; backs whose
/// fronts came out well, where `ask` may say that of those that the printer could not vouch for. Throws RunError
/// (usage) for sheets that were asked for by number and have it not, unless they are said to be sent `again`, and when
/// there are no backs to print yet; try_again when nobody says that the fronts are well.
std::vector<SheetRange> sheets_of_side(const std::vector<SheetRange>& chosen, PaperSide side,
                                       const SendOptions& options, const SendAsker& ask,
                                       const std::filesystem::path& folder, const std::string& job);

/// Sheets whose fronts are out and whose cards are still to be printed.
std::vector<SheetRange> sheets_wanting_backs(Ledger& ledger, const Job& job, const std::filesystem::path& folder);

}  // namespace pehchan
