#include "cli/spoilt_command.h"

#include <fmt/format.h>

#include "batch/remake.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/number_list.h"
#include "cli/printer_option.h"
#include "cli/reason_option.h"
#include "ledger/jobs.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan spoilt: make the cards of a spoilt sheet again, with the same numbers
ख़राब हुई शीट के वही कार्ड, उन्हीं संख्याओं के साथ, फिर से बनाएँ

They come on a small sheet file of their own (remake-0001.pdf) in the job's folder. Neither roll nor photos are needed.
Slots are counted on the front, row by row from the top left. Destroy the spoilt cards.

Examples:
  pehchan spoilt J0003 --sheet 47 --slots 3,8 --reason misprint
  pehchan spoilt J0003 --sheet 47                               the whole sheet

)";

CommandLine spoilt_line(RemakeOptions& o, PrinterOption& printer, std::string& slots, std::string& reason) {
  CommandLine line("spoilt");
  line.options.add_options()                                                                                      //
      ("job", po::value(&o.job)->value_name("JOB"), "such as J0003")                                              //
      ("sheet", po::value(&o.sheet)->value_name("N"), "the sheet's number in its margin")                         //
      ("slots", po::value(&slots)->value_name("LIST"), "such as 3,8 (default: all cards of the sheet)")           //
      ("reason", po::value(&reason)->default_value("misprint")->value_name("WHY"), "misprint or damaged")         //
      ("template", po::value(&o.template_name)->value_name("NAME"), "when the job's own is elsewhere now")        //
      ("icc", path_value(o.icc)->value_name("FILE"), "the press's profile, when the job's own is elsewhere now")  //
      ("jobs", po::value(&o.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core");
  add_printer_option(line, printer, "the measured printer that these are for (default: the job's)");
  add_ledger_option(line, o.ledger);
  line.positional.add("job", 1);
  line.require("job");
  line.require("sheet");
  return line;
}

void tell(const RemakeSummary& summary, const std::string& ledger) {
  for (const CardPlace& place : summary.made_before)
    fmt::print("Made again already: job {}, sheet {}, slot {} (copy {}), {}\n", job_name(place.job), place.sheet,
               place.slot, place.copy, place.file);
  for (const LeftOut& one : summary.left_out) {
    const bool is_void = one.state == CardState::voided;
    fmt::print("Left out: slot {0}, the card {1} is {2}\nछोड़ा गया: स्थान {0}, कार्ड {1} {3}\n", one.slot, one.number.text,
               is_void ? "void" : "handed over already", is_void ? "रद्द है" : "पहले ही सौंपा जा चुका है");
  }
  if (summary.cards == 0) {
    fmt::print("Nothing left to make.\nबनाने को कुछ बाकी नहीं।\n");
    return;
  }
  fmt::print("{0} cards made again, same numbers.\n{0} कार्ड उन्हीं संख्याओं के साथ फिर बने।\n", summary.cards);
  for (const std::filesystem::path& file : summary.files) fmt::print("  print      {}\n", file.string());
  fmt::print("  then say   pehchan printed {}{}\n", summary.job, ledger);
}

}  // namespace

ExitCode spoilt_command(const std::vector<std::string>& words) {
  RemakeOptions options;
  std::string slots, reason;
  PrinterOption printer;
  CommandLine line = spoilt_line(options, printer, slots, reason);
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  options.reason = read_reason(line, reason, {CardReason::misprint, CardReason::damaged});
  for (const auto& [first, last] : parse_number_list(line, "slots", slots, "3,8")) {
    if (last > 1000) refuse_usage(line, "--slots: a sheet has not so many");
    for (std::size_t slot = first; slot <= last; ++slot) options.slots.push_back(slot);
  }
  options.printer = printer_given(printer);
  options.ledger = existing_ledger(options.ledger);
  tell(remake_cards(options), ledger_words(options.ledger));
  return ExitCode::ok;
}

}  // namespace pehchan
