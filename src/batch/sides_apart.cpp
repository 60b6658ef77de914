#include "batch/sides_apart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/run_error.h"
#include "batch/fronts_record.h"

namespace pehchan {
namespace {

using Sheets = std::vector<std::size_t>;

std::string words_for(const Sheets& sheets) {
  std::vector<std::string> words;
  for (const SheetRange& range : ranges_of(sheets)) words.push_back(words_of(range));
  return fmt::format("{}", fmt::join(words, ","));
}

Sheets numbers_in(const std::vector<SheetRange>& ranges) {
  Sheets sheets;
  for (const SheetRange& range : ranges)
    for (std::size_t sheet = range.first; sheet <= range.last; ++sheet) sheets.push_back(sheet);
  return sheets;
}

/// Those that `is_so` and those that are not.
std::pair<Sheets, Sheets> parted(const Sheets& sheets, const std::function<bool(std::size_t)>& is_so) {
  std::pair<Sheets, Sheets> both;
  for (const std::size_t sheet : sheets) (is_so(sheet) ? both.first : both.second).push_back(sheet);
  return both;
}

Sheets fronts_left(const Sheets& chosen, const FrontsRecord& fronts, bool is_by_number, const std::string& job) {
  const auto [out, left] =
      parted(chosen, [&](std::size_t sheet) { return fronts.well.contains(sheet) || fronts.unsure.contains(sheet); });
  if (is_by_number && !out.empty())
    throw RunError(ExitCode::usage, fmt::format("{}, sheet {}: its front was sent before", job, words_for(out)),
                   "Its back: --side backs. To print the front once more, add --again and destroy the other.");
  return left;
}

/// Whoever looks at them says of the doubtful that they are well.
void vouch(const Sheets& doubtful, FrontsRecord& fronts, const SendAsker& ask, const std::string& job) {
  for (const SheetRange& range : ranges_of(doubtful)) {
    if (!ask.came_out(range))
      throw RunError(
          ExitCode::try_again,
          fmt::format("nobody has said yet that the fronts of sheets {} of {} came out well", words_of(range), job),
          "Look at them. Are all well: the same command with --yes. Else print them once more: --side "
          "fronts --again --sheets, with their numbers.");
    for (std::size_t sheet = range.first; sheet <= range.last; ++sheet)
      fronts.well.insert(sheet), fronts.unsure.erase(sheet);
  }
}

}  // namespace

std::vector<SheetRange> sheets_of_side(const std::vector<SheetRange>& chosen, PaperSide side,
                                       const SendOptions& options, const SendAsker& ask,
                                       const std::filesystem::path& folder, const std::string& job) {
  if (options.is_again) return chosen;
  const Sheets sheets = numbers_in(chosen);
  const bool is_by_number = !options.sheets.empty();
  FrontsRecord fronts = read_fronts(folder, job);
  if (side == PaperSide::fronts) return ranges_of(fronts_left(sheets, fronts, is_by_number, job));
  const auto doubtful = parted(sheets, [&](std::size_t sheet) { return fronts.unsure.contains(sheet); }).first;
  vouch(doubtful, fronts, ask, job);
  if (!doubtful.empty()) write_fronts(folder, job, fronts);
  const auto [out, missing] = parted(sheets, [&](std::size_t sheet) { return fronts.well.contains(sheet); });
  if (!missing.empty() && (is_by_number || out.empty()))
    throw RunError(ExitCode::usage,
                   fmt::format("the fronts of sheets {} of {} are not printed", words_for(missing), job),
                   "Send them first: the same command without --side. If another program printed them, add --again.");
  return ranges_of(out);
}

std::vector<SheetRange> sheets_wanting_backs(Ledger& ledger, const Job& job, const std::filesystem::path& folder) {
  const FrontsRecord fronts = read_fronts(folder, job.name());
  return ranges_of(
      parted(sheets_to_print(ledger, job), [&](std::size_t sheet) { return fronts.well.contains(sheet); }).first);
}

}  // namespace pehchan
