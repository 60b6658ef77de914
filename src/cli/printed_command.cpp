#include "cli/printed_command.h"

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/number_list.h"
#include "ledger/after_print.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan printed: these sheets came out of the printer well
ये शीटें प्रिंटर से ठीक निकलीं

Look at each sheet, front and back, before you say so. Sheets that were spoilt are made again by 'pehchan spoilt'.

Examples:
  pehchan printed J0003                    all sheets of the job that the sheets' margin names
  pehchan printed J0003 --sheets 1-40,43   only these

)";

}  // namespace

ExitCode printed_command(const std::vector<std::string>& words) {
  std::string job, sheets, ledger;
  CommandLine line("printed");
  line.options.add_options()                                        //
      ("job", po::value(&job)->value_name("JOB"), "such as J0003")  //
      ("sheets", po::value(&sheets)->value_name("LIST"), "such as 1-40,43 (default: all)");
  add_ledger_option(line, ledger);
  line.positional.add("job", 1);
  line.require("job");
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  std::vector<SheetRange> ranges;
  for (const auto& [first, last] : parse_number_list(line, "sheets", sheets, "1-40,43"))
    ranges.push_back({first, last});
  Ledger book(existing_ledger(ledger));
  refuse_older(book);
  const Job found = job_named(book, job);
  const std::size_t cards = mark_printed(book, found, ranges);
  raise_mark(book);
  fmt::print("{}: {} cards are printed now.\n{}: {} कार्ड अब छपे माने गए।\n  hand over  pehchan handover {}{}\n",
             found.name(), cards, found.name(), cards, found.name(), ledger_words(book.name()));
  return ExitCode::ok;
}

}  // namespace pehchan
