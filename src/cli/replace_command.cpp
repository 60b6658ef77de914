#include "cli/replace_command.h"

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/reason_option.h"
#include "cli/typed_card_number.h"
#include "ledger/after_print.h"
#include "ledger/high_water.h"
#include "ledger/lookup.h"
#include "ledger/order_cards.h"
#include "ledger/periods.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan replace: a new card, with a new number, instead of one that is lost or wrong
खोए या ग़लत कार्ड के बदले नई संख्या वाला नया कार्ड

The old card is void from this moment. The next 'pehchan issue' whose roll has the member makes the new one.

Examples:
  pehchan replace PP/DVK/000123 --reason lost
  pehchan replace PCN-014-000123-7 --reason correction     (the name was put right in the roll)

)";

/// A card number may be given as well as the member's own. True when that card was replaced already: whoever says so
/// twice must not lose the new card.
bool was_replaced(Ledger& ledger, std::string& member, std::string& period) {
  const auto number = typed_card_number(member);
  if (!number) return false;
  for (const CardRecord& card : find_cards(ledger, number->text, 1)) {
    member = card.member[Field::member_no];
    period = card.period;
    const LatestCard latest = latest_cards(ledger, period, {&card.member, 1}).front();
    if (latest.number == *number) return false;
    fmt::print("{0} was replaced by {1} already.\n{0} के बदले {1} पहले ही दिया जा चुका है।\n", number->text,
               latest.number.text);
    return true;
  }
  return false;
}

}  // namespace

ExitCode replace_command(const std::vector<std::string>& words) {
  std::string member, period, reason, ledger;
  CommandLine line("replace");
  line.options.add_options()                                                                                 //
      ("member", po::value(&member)->value_name("MEMBER|CARD"), "the member's number, or that of the card")  //
      ("reason", po::value(&reason)->value_name("WHY"), "lost, damaged, correction, renewal or misprint")    //
      ("period", po::value(&period)->value_name("NAME"), "as with 'pehchan issue'");
  add_ledger_option(line, ledger);
  line.positional.add("member", 1);
  line.require("member");
  line.require("reason");
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  const CardReason why = read_reason(
      line, reason,
      {CardReason::lost, CardReason::damaged, CardReason::correction, CardReason::renewal, CardReason::misprint});
  Ledger book(existing_ledger(ledger));
  refuse_older(book);
  member = typed_member_no(line, member);
  if (was_replaced(book, member, period)) return ExitCode::ok;
  period = period_to_use(book, tidy_period(line, period));
  const Replacement made = replace_card(book, member, period, why);
  raise_mark(book);
  fmt::print(
      "{0} is void. {1} {2} instead: run 'pehchan issue' to make it.\n"
      "{0} रद्द है। उसके बदले {1}: 'pehchan issue' चलाकर बनाएँ।\n",
      made.old.text, made.ordered.text, made.is_new ? "is ordered" : "was ordered before,");
  return ExitCode::ok;
}

}  // namespace pehchan
