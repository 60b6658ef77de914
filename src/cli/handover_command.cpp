#include "cli/handover_command.h"

#include <fmt/format.h>

#include "batch/handover.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/typed_card_number.h"
#include "ledger/after_print.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan handover: the register that members sign for their cards, and what came of it
कार्ड वितरण पंजी, जिस पर सदस्य हस्ताक्षर करते हैं

Examples:
  pehchan handover J0003                                    write register-J0003.pdf, a page or more for each booth
  pehchan handover J0003 --signed                           all of them have signed
  pehchan handover J0003 --signed --booth 142               those of this booth
  pehchan handover J0003 --signed --except PCN-014-000123-7   all but this card

)";

struct Asked {
  std::string job, ledger;
  bool is_signed = false;
  HandedOver said;
};

CommandLine handover_line(Asked& o) {
  using Names = std::vector<std::string>;
  CommandLine line("handover");
  line.options.add_options()                                                                               //
      ("job", po::value(&o.job)->value_name("JOB"), "such as J0003")                                       //
      ("signed", po::bool_switch(&o.is_signed), "the register came back signed")                           //
      ("booth", po::value<Names>(&o.said.booths)->value_name("NO"), "only this booth's; may be repeated")  //
      ("card", po::value<Names>(&o.said.cards)->value_name("CARD"), "only this card; may be repeated")     //
      ("except", po::value<Names>(&o.said.missing)->value_name("CARD"), "not this card; may be repeated");
  add_ledger_option(line, o.ledger);
  line.positional.add("job", 1);
  line.require("job");
  return line;
}

/// Card numbers as the ledger has them; a mistyped one is refused, not passed over.
void tidy(const CommandLine& line, std::vector<std::string>& cards) {
  for (std::string& card : cards) card = card_number_or_refuse(line, card).text;
}

void tell_register(const RegisterFile& written, const Job& job, const std::string& ledger) {
  fmt::print("{0} cards of {1} booths to sign for.\n{1} बूथों के {0} कार्ड, हस्ताक्षर के लिए।\n", written.cards,
             written.booths);
  for (const auto& [where, count] : written.not_printed)
    fmt::print("  left out   {} cards that nobody has said are printed (pehchan printed {}{})\n", count, where, ledger);
  fmt::print("  print      {}\n  when signed  pehchan handover {} --signed{}\n", written.file.string(), job.name(),
             ledger);
}

}  // namespace

ExitCode handover_command(const std::vector<std::string>& words) {
  Asked asked;
  CommandLine line = handover_line(asked);
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  if (!asked.is_signed && (asked.said.booths.size() + asked.said.cards.size() + asked.said.missing.size()) > 0)
    refuse_usage(line, "--booth, --card and --except go with --signed");
  tidy(line, asked.said.cards);
  tidy(line, asked.said.missing);
  Ledger book(existing_ledger(asked.ledger));
  const Job job = job_named(book, asked.job);
  if (!asked.is_signed) {
    tell_register(write_register(book, job), job, ledger_words(book.name()));
    return ExitCode::ok;
  }
  refuse_older(book);
  const std::size_t cards = mark_handed_over(book, job, asked.said);
  raise_mark(book);
  fmt::print("{0}: {1} cards are handed over now.\n{0}: {1} कार्ड अब सौंपे गए माने गए।\n", job.name(), cards);
  return ExitCode::ok;
}

}  // namespace pehchan
