#include "cli/purge_command.h"

#include <fmt/format.h>

#include "batch/purge.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan purge: remove the personal files of jobs whose cards are all handed over
जिन कामों के सभी कार्ड सौंपे जा चुके हैं, उनकी निजी फ़ाइलें हटाएँ

The ledger forgets names, mobiles and EPIC numbers and keeps card numbers, states and its chain of events. Rolls,
photos, backups, lists of links (links.csv, links-new-*.csv) and the site of digital cards are yours: Pehchan does not
touch them.

Examples:
  pehchan purge --days 90 --dry-run     what would be removed
  pehchan purge --days 90               jobs whose last card was handed over 90 days ago or earlier

)";

void tell_what_is_yours(const PurgeSummary& purged) {
  if (purged.link_lists.empty() && purged.digital_cards == 0) return;
  fmt::print("Yours to remove · आपको हटाना है:\n");
  for (const auto& list : purged.link_lists)
    fmt::print("  {}: names and mobiles; remove it once it is sent\n", list.string());
  if (purged.digital_cards > 0)
    fmt::print(
        "  SITE/c/TOKEN of {} purged cards: members still see them; 'pehchan void', then 'pehchan digital' takes one "
        "off\n",
        purged.digital_cards);
}

}  // namespace

ExitCode purge_command(const std::vector<std::string>& words) {
  int days = 90;
  bool is_dry_run = false;
  std::string ledger;
  CommandLine line("purge");
  line.options.add_options()                                                                                 //
      ("days", po::value(&days)->default_value(90)->value_name("N"), "since the last card was handed over")  //
      ("dry-run", po::bool_switch(&is_dry_run), "say what would be removed, remove nothing");
  add_ledger_option(line, ledger);
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  if (days < 0 || days > 36'500) refuse_usage(line, "--days must be from 0 to 36500");
  Ledger book(existing_ledger(ledger));
  refuse_older(book);
  const PurgeSummary purged = purge(book, days, is_dry_run);
  if (!is_dry_run) raise_mark(book);
  for (const auto& file : purged.files) fmt::print("{}{}\n", is_dry_run ? "would remove " : "removed ", file.string());
  for (const auto& job : purged.elsewhere) fmt::print("{} lies on another machine: purge it there\n", job);
  fmt::print("{} jobs, {} files{}.\n", purged.jobs.size(), purged.files.size(), is_dry_run ? "; nothing removed" : "");
  tell_what_is_yours(purged);
  return ExitCode::ok;
}

}  // namespace pehchan
