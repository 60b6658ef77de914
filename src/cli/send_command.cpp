#include "cli/send_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "batch/send_sheets.h"
#include "batch/sheet_parts.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/number_list.h"
#include "cli/stop_signals.h"
#include "cli/tell_sent.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan send: print a job's sheets on a network printer, as they are, at 100 %
किसी काम की शीटें सीधे प्रिंटर पर, 100 % आकार में, छापें

Sends what is not printed yet, file by file, and follows the printer. Its cards are 'printed' when the printer has
counted all their sides; a printer that cannot count is asked about: look at the sheets first. After a paper jam that
ended the printing, the same command goes on with the sheet that is missing. Ctrl-C cancels what the printer still has.

Examples:
  pehchan send J0003 --printer ipp://printer.local/ipp/print
  pehchan send J0003 --printer office                      a queue of this machine's CUPS
  pehchan send J0003 --printer office --sheets 3-7         or 4- for all from the fourth
  pehchan send J0003 --printer office --no-ask             at night: what the printer cannot vouch for stays unsaid
  pehchan send J0003 --printer office --side backs         where fronts and backs are sheets of their own (a4-pvc, …):
                                                           without it the fronts are sent, then this

PEHCHAN_SEND_PRINTER in the environment stands for --printer (PEHCHAN_PRINTER is the measured printer that 'issue' takes).

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 all printed, or nothing left to print · 1 sent, but nobody has said yet that all came out well, or the
  backs are still to be sent · 64 usage
  65 a file is not what was released · 66 a file or job is missing · 69 printer not reached, gave up or was cancelled
  75 stopped as asked, or what an earlier run had sent must be looked after · 78 the printer cannot print it so, such as on this paper; nothing was printed
)";

struct Typed {
  std::string sheets, quality = "high", ledger, side;
  bool says_yes = false, asks_nobody = false;
  unsigned patience = 30;
};

CommandLine send_line(SendOptions& o, Typed& typed) {
  CommandLine line("send");
  line.options.add_options()                                                                                  //
      ("job", po::value(&o.job)->value_name("JOB"), "such as J0003")                                          //
      ("printer", po::value(&o.printer)->value_name("ADDRESS"), "ipp://…, ipps://…, or a CUPS queue's name")  //
      ("side", po::value(&typed.side)->value_name("WHICH"),
       "fronts or backs, where they are sheets of their own (default: the fronts that are left)")                   //
      ("sheets", po::value(&typed.sheets)->value_name("LIST"), "such as 3-7 or 4- (default: all not printed yet)")  //
      ("again", po::bool_switch(&o.is_again), "also sheets that were printed before")                               //
      ("forget", po::bool_switch(&o.is_forgetting),
       "what an earlier run had given to a printer has been looked after")  //
      ("media", po::value(&o.wishes.media)->value_name("NAME"),
       "the printer's own name for the paper, such as iso_a4_210x297mm (default: by the sheet's size)")  //
      ("sides", po::value(&o.wishes.sides)->value_name("WHICH"),
       "one-sided, two-sided-long-edge or two-sided-short-edge (default: as the sheet format says)")  //
      ("quality", po::value(&typed.quality)->default_value(typed.quality)->value_name("HOW"),
       "draft, normal or high, where the printer has a choice")  //
      ("patience", po::value(&typed.patience)->default_value(typed.patience)->value_name("MINUTES"),
       "with a printer that stands still, such as with a paper jam, before the printing is cancelled")  //
      ("yes", po::bool_switch(&typed.says_yes), "do not ask: what the printer took came out well")      //
      ("no-ask", po::bool_switch(&typed.asks_nobody), "do not ask: leave unsaid what the printer cannot vouch for");
  add_ledger_option(line, typed.ledger);
  line.positional.add("job", 1);
  line.require("job");
  line.require("printer");
  line.variables = {{"printer", "PEHCHAN_SEND_PRINTER"}};
  return line;
}

/// "4-" is all from the fourth on.
std::vector<SheetRange> typed_sheets(const CommandLine& line, std::string typed, const std::string& ledger,
                                     const std::string& job) {
  if (typed.ends_with('-')) {
    Ledger book(ledger);
    typed += std::to_string(next_sheet(book, job_named(book, job)) - 1);
  }
  std::vector<SheetRange> sheets;
  for (const auto& [first, last] : parse_number_list(line, "sheets", typed, "3-7 or 4-"))
    sheets.push_back({first, last});
  return sheets;
}

void check(const CommandLine& line, SendOptions& o, const Typed& typed) {
  if (!typed.side.empty() && typed.side != "fronts" && typed.side != "backs")
    refuse_usage(line, "--side must be fronts or backs");
  o.side = side_named(typed.side);
  if (typed.says_yes && typed.asks_nobody) refuse_usage(line, "--yes and --no-ask are not one");
  if (typed.patience < 1 || typed.patience > 1440) refuse_usage(line, "--patience must be from 1 to 1440 minutes");
  o.patience = std::chrono::minutes(typed.patience);
  if (typed.quality != "draft" && typed.quality != "normal" && typed.quality != "high")
    refuse_usage(line, "--quality must be draft, normal or high");
  o.wishes.quality = typed.quality == "draft" ? 3 : typed.quality == "normal" ? 4 : 5;
}

/// One line for each change: of a night's run this is the log.
void tell_progress(const SendProgress& seen) {
  constexpr const char* states[] = {"waiting", "printing", "stands still", "cancelled", "gave up", "completed"};
  std::string reasons;
  for (const std::string& reason : seen.printer.reasons) reasons += (reasons.empty() ? "" : ", ") + reason;
  fmt::print(stderr, "{} · {} of {} sheets · {}{}\n", seen.file, seen.done, seen.sheets.last - seen.sheets.first + 1,
             states[static_cast<int>(seen.printer.state)], reasons.empty() ? "" : " (" + reasons + ")");
}

std::string answered() {
  std::fflush(stdout);
  std::string answer;
  std::getline(std::cin, answer);
  return answer;
}

bool asked(const SheetRange& sheets) {
  fmt::print(
      "The printer took sheets {0} and cannot say how they came out. Look at each, front and back: are all well? "
      "[y/N]\n"
      "शीट {0}: आगे-पीछे देखें, क्या सब ठीक छपीं? [y/N] ",
      words_of(sheets));
  const std::string answer = answered();
  return answer.starts_with('y') || answer.starts_with('Y');
}

Lost asked_for_lost(const SheetRange& sheets) {
  fmt::print(
      "Sheets {0} had been given to a printer that knows nothing of them any more. Look at it. Type 'all' when all "
      "came\n"
      "out well, 'none' when none did or what did is destroyed (they are sent again), else press Enter.\n"
      "शीट {0} पहले प्रिंटर को दी गई थीं, पर उसे अब कुछ याद नहीं। देखें: सब ठीक निकलीं तो 'all' लिखें, एक भी नहीं निकली तो 'none'। ",
      words_of(sheets));
  const std::string answer = answered();
  return answer == "all" ? Lost::came_out : answer == "none" ? Lost::did_not : Lost::unknown;
}

SendAsker asker(const Typed& typed) {
  SendAsker ask;
  const bool is_attended = !typed.asks_nobody && ::isatty(STDIN_FILENO) != 0;
  if (is_attended) ask = {.came_out = asked, .lost = asked_for_lost};
  if (typed.says_yes) ask.came_out = [](const SheetRange&) { return true; };
  return ask;
}

ExitCode exit_code_of(const SendSummary& summary) {
  const bool is_all = summary.unsure.empty() && summary.not_sent.empty() && summary.want_backs.empty();
  return is_all ? ExitCode::ok : ExitCode::some_withheld;
}

}  // namespace

ExitCode send_command(const std::vector<std::string>& words) {
  SendOptions options;
  Typed typed;
  CommandLine line = send_line(options, typed);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  check(line, options, typed);
  options.ledger = existing_ledger(typed.ledger);
  options.sheets = typed_sheets(line, typed.sheets, options.ledger, options.job);
  const StopSignals signals;
  const SendSummary summary = send_sheets(options, asker(typed), tell_progress, signals.token());
  tell_sent(summary, ledger_words(options.ledger));
  return exit_code_of(summary);
}

}  // namespace pehchan
