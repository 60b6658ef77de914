#include "cli/find_command.h"

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/typed_card_number.h"
#include "ledger/lookup.h"
#include "roll/normalise.h"
#include "roll/utf8.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr std::size_t most_told = 50;

constexpr const char* about = R"(pehchan find: who has which card, and where it lies
किसका कौन-सा कार्ड है और कहाँ है

Examples:
  pehchan find "Asha"              a part of a name, in either script
  pehchan find 9876543210          a mobile number
  pehchan find ABC1234567          a voter-ID (EPIC) number
  pehchan find PCN-014-000123-7    a card, or a member's own number

)";

void tell(const CardRecord& card) {
  const Member& m = card.member;
  fmt::print("{}  {}  {}{}{}\n", card.number.text, word_of(card.state), m[Field::member_no],
             m[Field::name].empty() ? "" : "  " + m[Field::name],
             m[Field::name_local].empty() ? "" : "  " + m[Field::name_local]);
  fmt::print("    period {}", card.period);
  if (!m[Field::booth_no].empty())
    fmt::print(", {} · {} · booth {}", m[Field::district], m[Field::block], m[Field::booth_no]);
  if (card.place)
    fmt::print(", {} sheet {} slot {} ({}{})", job_name(card.place->job), card.place->sheet, card.place->slot,
               card.place->file, card.place->copy > 1 ? fmt::format(", copy {}", card.place->copy) : "");
  if (!card.replaces.empty()) fmt::print(", instead of {} ({})", card.replaces, word_of(card.reason));
  fmt::print("\n");
}

/// As a roll would have it written, in each of the ways in which it may have been meant.
std::vector<CardRecord> find_as_meant(Ledger& ledger, const std::string& typed) {
  if (const auto number = typed_card_number(typed)) return find_cards(ledger, number->text, most_told + 1);
  for (const Field field : {Field::name, Field::mobile, Field::epic_no, Field::member_no})
    if (auto cards = find_cards(ledger, normalised(field, typed), most_told + 1); !cards.empty()) return cards;
  return {};
}

void tell_nobody(const std::string& typed) {
  fmt::print("Nobody like that has a card.\nऐसा कोई कार्ड नहीं मिला।\n");
  if (looks_like_card_number(typed) && !typed_card_number(typed))
    fmt::print(
        "  If it is a card number: a character of this card number is wrong or missing.\n"
        "  यदि यह कार्ड संख्या है, तो इसका कोई अक्षर या अंक ग़लत है या छूट गया है।\n");
}

}  // namespace

ExitCode find_command(const std::vector<std::string>& words) {
  std::string who, ledger;
  CommandLine line("find");
  line.options.add_options()("who", po::value(&who)->value_name("TEXT"), "name, mobile, EPIC, card or member number");
  add_ledger_option(line, ledger);
  line.positional.add("who", 1);
  line.require("who");
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  if (find_bad_utf8(who)) refuse_usage(line, "this text is not UTF-8");
  if (normalised(Field::name, who).empty()) refuse_usage(line, "nobody is named");
  Ledger book(existing_ledger(ledger));
  const auto cards = find_as_meant(book, who);
  for (std::size_t i = 0; i < cards.size() && i < most_told; ++i) tell(cards[i]);
  if (cards.empty()) tell_nobody(who);
  if (cards.size() > most_told) fmt::print("… and more: say it more exactly.\n");
  return ExitCode::ok;
}

}  // namespace pehchan
