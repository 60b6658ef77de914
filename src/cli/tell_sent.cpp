#include "cli/tell_sent.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/run_error.h"
#include "batch/sheet_parts.h"

namespace pehchan {
namespace {

std::string words_of(const std::vector<SheetRange>& ranges) {
  std::vector<std::string> words;
  for (const SheetRange& range : ranges) words.push_back(words_of(range));
  return fmt::format("{}", fmt::join(words, ","));
}

/// Where fronts and backs are sheets of their own: what comes next.
void tell_sides(const SendSummary& summary, const std::string& ledger) {
  if (!summary.fronts.empty())
    fmt::print("{0}: the fronts of sheets {1} came out.\n{0}: शीट {1} के आगे के पन्ने निकले।\n", summary.job,
               words_of(summary.fronts));
  if (summary.want_backs.empty()) return;
  fmt::print(
      "  now lay    fresh sheets into the tray, as many, the same way up: the backs are sheets of their own. Keep the\n"
      "             fronts in their order: sheet 3 of the backs belongs behind sheet 3 of the fronts, its number "
      "stands\n"
      "             in the margin of both\n"
      "  then say   pehchan send {0} --printer … --side backs{2}\n"
      "{0}: अब ट्रे में नई शीटें रखें (आगे के पन्ने अलग, क्रम से रखें) और --side backs से शीट {1} के पीछे के पन्ने छापें।\n",
      summary.job, words_of(summary.want_backs), ledger);
}

void tell_sheets(const SendSummary& summary, const std::string& ledger) {
  if (!summary.acknowledged.empty())
    fmt::print("{0}: sheets {1} came out, {2} cards are printed now.\n{0}: शीट {1} निकलीं, {2} कार्ड अब छपे माने गए।\n",
               summary.job, words_of(summary.acknowledged), summary.cards);
  for (const DeadCard& card : summary.dead)
    fmt::print("  destroy    sheet {}, slot {}: the card {} no longer counts\n", card.sheet, card.slot, card.number);
  tell_sides(summary, ledger);
  if (!summary.unsure.empty() && summary.is_of_fronts)
    fmt::print(
        "  look at    the fronts of sheets {0}: the printer cannot say how they came out\n"
        "  then say   pehchan send {1} --printer … --side backs --yes{2}\n",
        words_of(summary.unsure), summary.job, ledger);
  else if (!summary.unsure.empty())
    fmt::print(
        "  look at    sheets {0}: the printer cannot say how they came out\n"
        "  then say   pehchan printed {1} --sheets {0}{2}\n",
        words_of(summary.unsure), summary.job, ledger);
}

/// What a run that was ended early leaves behind, as the error that ends this one.
[[noreturn]] void refuse_failed(const SendSummary& summary, const std::string& ledger) {
  std::string what =
      fmt::format("{}: {}, with sheets {} at the printer", summary.job, summary.failure, words_of(summary.failed));
  std::string advice;
  if (summary.counted > 0) {
    const SheetRange out{summary.failed.first, summary.failed.first + summary.counted - 1};
    what += fmt::format("; it had counted sheets {}", words_of(out));
    advice = summary.is_of_fronts
                 ? "Destroy the fronts that came out: they are sent again. "
                 : fmt::format("Look at sheets {0}; those that are well: pehchan printed {1} --sheets {0}{2}. ",
                               words_of(out), summary.job, ledger);
  }
  const ExitCode code = summary.was_stopped ? ExitCode::try_again : ExitCode::unavailable;
  throw RunError(code, what,
                 advice + (summary.is_with_printer
                               ? "Then run the same command again: it first asks the printer what became of them."
                               : "Then run the same command again: it sends what is not printed yet."));
}

}  // namespace

void tell_sent(const SendSummary& summary, const std::string& ledger) {
  tell_sheets(summary, ledger);
  if (!summary.failure.empty()) refuse_failed(summary, ledger);
  if (summary.was_stopped) throw RunError(ExitCode::try_again, "stopped, as asked", "Run the same command again.");
  const bool is_idle = summary.acknowledged.empty() && summary.unsure.empty() && summary.fronts.empty();
  if (is_idle && summary.want_backs.empty())
    fmt::print("{}: nothing is left to print.\n{}: छापने को कुछ बाकी नहीं।\n", summary.job, summary.job);
}

}  // namespace pehchan
