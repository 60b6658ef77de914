#include "cli/void_command.h"

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/reason_option.h"
#include "cli/typed_card_number.h"
#include "ledger/after_print.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan void: this card no longer counts, and none is made instead
यह कार्ड अब मान्य नहीं, और उसके बदले कोई नहीं बनेगा

Its number is never used again. For a new card instead of it run 'pehchan replace'.

Examples:
  pehchan void PCN-014-000123-7 --reason withdrawn

)";

}  // namespace

ExitCode void_command(const std::vector<std::string>& words) {
  std::string card, reason, ledger;
  CommandLine line("void");
  line.options.add_options()                                               //
      ("card", po::value(&card)->value_name("CARD"), "the card's number")  //
      ("reason", po::value(&reason)->value_name("WHY"), "withdrawn, lost, damaged, correction or misprint");
  add_ledger_option(line, ledger);
  line.positional.add("card", 1);
  line.require("card");
  line.require("reason");
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  const CardReason why = read_reason(
      line, reason,
      {CardReason::withdrawn, CardReason::lost, CardReason::damaged, CardReason::correction, CardReason::misprint});
  const CardNumber number = card_number_or_refuse(line, card);
  Ledger book(existing_ledger(ledger));
  refuse_older(book);
  const bool is_new = void_card(book, number, why);
  raise_mark(book);
  fmt::print("{0} {1} void.\n{0} रद्द है।\n", number.text, is_new ? "is" : "was already");
  return ExitCode::ok;
}

}  // namespace pehchan
