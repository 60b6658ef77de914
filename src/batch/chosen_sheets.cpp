#include "batch/chosen_sheets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/run_error.h"
#include "batch/sheet_parts.h"
#include "ledger/lookup.h"

namespace pehchan {

std::vector<SheetRange> chosen_sheets(Ledger& ledger, const Job& job, const std::vector<SheetRange>& asked_for,
                                      bool is_again) {
  const auto left = sheets_to_print(ledger, job);
  if (asked_for.empty()) return ranges_of(left);
  std::vector<std::size_t> done, sheets;
  const std::size_t last = next_sheet(ledger, job) - 1;
  for (const SheetRange& range : asked_for) {
    if (range.last > last)
      throw RunError(ExitCode::usage, fmt::format("{} has sheets 1 to {}, not {}", job.name(), last, words_of(range)),
                     "The number of each sheet stands in its margin.");
    for (std::size_t sheet = range.first; sheet <= range.last; ++sheet) {
      sheets.push_back(sheet);
      if (!std::ranges::binary_search(left, sheet)) done.push_back(sheet);
    }
  }
  if (done.empty() || is_again) return ranges_of(sheets);
  std::vector<std::string> words;
  for (const SheetRange& range : ranges_of(done)) words.push_back(words_of(range));
  throw RunError(ExitCode::usage,
                 fmt::format("{}, sheet {}: no card on it is still to be printed", job.name(), fmt::join(words, ",")),
                 "Spoilt cards are made again by 'pehchan spoilt'. To print the same sheet once more, add --again and "
                 "destroy the other.");
}

std::vector<DeadCard> dead_cards(Ledger& ledger, const Job& job, const SheetRange& sheets) {
  std::vector<DeadCard> dead;
  for (std::size_t sheet = sheets.first; sheet <= sheets.last; ++sheet)
    for (const SlotContent& one : sheet_content(ledger, job, sheet))
      if (one.card.state == CardState::voided || (one.card.place && one.card.place->copy != one.here.copy))
        dead.push_back({sheet, one.here.slot, one.card.number.text});
  return dead;
}

}  // namespace pehchan
