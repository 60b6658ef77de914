#include "cli/ledger_command.h"

#include <fmt/format.h>

#include "batch/check_files.h"
#include "batch/export_cards.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "ledger/backup.h"
#include "ledger/lookup.h"
#include "ledger/verify.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* about = R"(pehchan ledger: the book of all cards
सभी कार्डों का बही-खाता

  stats     how many cards of each period and district are in which state
  check     prove the chain of events, the card numbers and the states; with --files also every released PDF
  export    all cards as CSV, without names, mobiles and EPIC numbers
  backup    a copy of the ledger, also while a run is at work on it

Examples:
  pehchan ledger stats
  pehchan ledger check --files
  pehchan ledger export --to cards.csv
  pehchan ledger backup --to /media/usb/ledger-2026-11-24.db

)";

void tell_stats(Ledger& ledger) {
  fmt::print("{:<12} {:<24} {:<12} {:>10}\n", "period", "district", "state", "cards");
  std::size_t total = 0;
  for (const CardCount& count : count_cards(ledger)) {
    fmt::print("{:<12} {:<24} {:<12} {:>10}\n", count.period, count.district, word_of(count.state), count.cards);
    total += count.cards;
  }
  fmt::print("{:<50} {:>10}\n", "all", total);
}

ExitCode tell_check(Ledger& ledger, bool with_files) {
  LedgerCheck check = check_ledger(ledger);
  fmt::print("{} events of {} jobs, {} cards.\n", check.events, check.jobs, check.cards);
  if (with_files) {
    const FileCheck files = check_files(ledger);
    fmt::print("{} released files.\n", files.files);
    for (const auto& one : files.elsewhere) fmt::print("not looked at: {}\n", one);
    check.faults.insert(check.faults.end(), files.faults.begin(), files.faults.end());
  }
  for (const auto& fault : check.faults) fmt::print("FAULT: {}\n", fault);
  if (!check.faults.empty()) return ExitCode::bad_input;
  fmt::print("The ledger is proved: every link of the chain holds.\nबही-खाता सही है: हर कड़ी जुड़ी है।\n");
  return ExitCode::ok;
}

}  // namespace

ExitCode ledger_command(const std::vector<std::string>& words) {
  std::string action, to, ledger;
  bool with_files = false;
  CommandLine line("ledger");
  line.options.add_options()                                                                //
      ("action", po::value(&action)->value_name("WHAT"), "stats, check, export or backup")  //
      ("to", po::value(&to)->value_name("FILE"),
       "the file to write, of backup and export (which else writes to the screen)")  //
      ("files", po::bool_switch(&with_files), "of check: compare the released PDFs, too");
  add_ledger_option(line, ledger);
  line.positional.add("action", 1);
  line.require("action");
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  const bool writes = action == "export" || action == "backup";
  if (!writes && action != "stats" && action != "check") refuse_usage(line, fmt::format("there is no '{}'", action));
  if (action == "backup" && to.empty()) refuse_usage(line, "--to is missing");
  Ledger book(existing_ledger(ledger));
  if (action == "check") return tell_check(book, with_files);
  if (action == "stats") tell_stats(book);
  if (action == "export" && to.empty()) export_cards(book, [](std::string_view lines) { fmt::print("{}", lines); });
  if (action == "export" && !to.empty()) fmt::print("{} cards in {}.\n", export_cards(book, fs::path(to)), to);
  if (action == "backup") {
    back_up(book, to);
    fmt::print("A copy of the ledger is in {}.\n", to);
  }
  return ExitCode::ok;
}

}  // namespace pehchan
