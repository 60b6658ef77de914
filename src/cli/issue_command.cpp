#include "cli/issue_command.h"

#include <fmt/format.h>

#include "batch/run.h"
#include "cli/options.h"
#include "cli/progress_line.h"
#include "cli/stop_signals.h"

namespace pehchan {
namespace {

void tell_plan(const IssueSummary& summary) {
  fmt::print(
      "Would try {} cards on at most {} sheets; {} have theirs already, {} rows are withheld. Nothing written.\n",
      summary.to_issue, summary.sheets, summary.issued_before, summary.withheld);
}

void tell_result(const IssueSummary& summary, const std::string& out) {
  if (summary.issued_now == 0 && summary.withheld == 0)
    fmt::print("Nothing left to do: all {} cards were issued before.\nकुछ बाकी नहीं: सभी कार्ड पहले ही बन चुके हैं।\n",
               summary.issued_before);
  else
    fmt::print(
        "{} cards on {} sheets issued now, {} before; {} members withheld.\n"
        "{} कार्ड अभी बने, {} पहले; {} सदस्य रोके गए।\n",
        summary.issued_now, summary.sheets, summary.issued_before, summary.withheld, summary.issued_now,
        summary.issued_before, summary.withheld);
  if (summary.files > 0) fmt::print("  print      {}/sheets-0001.pdf … ({} files)\n", out, summary.files);
  if (summary.files > 0) fmt::print("  look at    {}/previews/\n", out);
  fmt::print("  report     {}/report.html\n", out);
  if (summary.withheld > 0)
    fmt::print("  put right  {0}/withheld.csv, then run again with --roll {0}/withheld.csv\n", out);
}

}  // namespace

ExitCode issue_command(const std::vector<std::string>& words) {
  const auto command = parse_issue(words);
  if (!command) {
    fmt::print("{}", issue_help());
    return ExitCode::ok;
  }
  const StopSignals signals;
  ProgressLine line;
  const ProgressSink sink = command->is_quiet ? ProgressSink() : ProgressSink([&](const Progress& p) { line(p); });
  const IssueSummary summary = issue_cards(command->options, sink, signals.token());
  line.end();
  if (command->options.is_dry_run)
    tell_plan(summary);
  else if (!command->is_quiet)
    tell_result(summary, command->options.out.string());
  return summary.withheld > 0 ? ExitCode::some_withheld : ExitCode::ok;
}

}  // namespace pehchan
