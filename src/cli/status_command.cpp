#include "cli/status_command.h"

#include <fmt/format.h>

#include <chrono>
#include <regex>
#include <string_view>

#include "batch/publish_status.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/signing_options.h"
#include "credential/validity.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan status publish: which cards no longer count, signed, for whoever verifies
कौन से कार्ड अब मान्य नहीं हैं, हस्ताक्षर के साथ, जाँचने वालों के लिए

Writes DIR/status/1, … (Token Status List, application/statuslist+cwt) for a web server: one bit a card, at the place
that its QR code names. Void, replaced and expired cards are 1. Nothing of people is in it. Run it on a schedule.

Examples:
  pehchan status publish --key keys --credential credential.toml --out site
  pehchan status publish --key keys --credential credential.toml --out site --ttl-hours 6 --valid-days 3

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 published · 64 usage · 65 ledger unusable or an old copy, or a newer list is there · 66 input missing · 69 database not
  reached · 73 cannot create output · 74 I/O error · 75 try again · 78 key or credential.toml wrong
)";

struct TypedStatus {
  std::string ledger, at;
  std::filesystem::path out = "site";
  SigningOptions signing;
  unsigned ttl_hours = 12, valid_days = 7;
};

CommandLine status_line(TypedStatus& typed) {
  CommandLine line("status publish");
  add_signing_options(line, typed.signing);
  line.options.add_options()                                                                         //
      ("out", path_value(typed.out)->default_value("site")->value_name("DIR"), "the site's folder")  //
      ("ttl-hours", po::value(&typed.ttl_hours)->default_value(typed.ttl_hours)->value_name("N"),
       "how often verifiers look for a newer list")  //
      ("valid-days", po::value(&typed.valid_days)->default_value(typed.valid_days)->value_name("N"),
       "after so many days without a newer one it says nothing any more")  //
      ("at", po::value(&typed.at)->value_name("TIME"), "as if it were YYYY-MM-DDTHH:MM:SSZ (default: now)");
  add_ledger_option(line, typed.ledger);
  line.require("key");
  line.require("credential");
  return line;
}

ExitCode show_help() {
  TypedStatus typed;
  CommandLine line = status_line(typed);
  fmt::print("{}{}{}", about, options_text(line), exit_codes);
  return ExitCode::ok;
}

std::int64_t moment(const CommandLine& line, const std::string& typed) {
  using namespace std::chrono;
  if (typed.empty()) return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
  static const std::regex shape(R"((\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z)");
  std::smatch parts;
  const auto day = std::regex_match(typed, parts, shape) ? day_begins(parts[1].str()) : std::nullopt;
  if (!day) refuse_usage(line, "--at must be a moment such as 2026-03-31T18:30:00Z");
  return *day + std::stoi(parts[2]) * 3600 + std::stoi(parts[3]) * 60 + std::stoi(parts[4]);
}

void tell(const StatusSummary& summary) {
  if (summary.files.empty()) {
    fmt::print(
        "Nothing to publish: no card names a status list yet.\nप्रकाशित करने को कुछ नहीं: अभी किसी कार्ड में सूची का पता नहीं "
        "है।\n");
    return;
  }
  fmt::print(
      "{0} cards: {1} void or replaced, {2} expired, {3} count.\n{0} कार्ड: {1} रद्द या बदले गए, {2} की अवधि पूरी, {3} "
      "मान्य।\n",
      summary.cards, summary.voided, summary.expired,
      summary.cards - summary.voided - summary.expired - summary.unmade);
  if (summary.unmade > 0)
    fmt::print("{0} more are ordered and not made yet.\n{0} और कार्ड अभी बने नहीं हैं।\n", summary.unmade);
  for (const auto& file : summary.files) fmt::print("  put online {}\n", file.string());
}

ExitCode publish_command(const std::vector<std::string>& words) {
  TypedStatus typed;
  CommandLine line = status_line(typed);
  if (!parse_words(line, words)) return show_help();
  if (typed.ttl_hours < 1 || typed.ttl_hours > 24 * 365) refuse_usage(line, "--ttl-hours must be from 1 to 8760");
  if (typed.valid_days < 1 || typed.valid_days > 365) refuse_usage(line, "--valid-days must be from 1 to 365");
  if (typed.ttl_hours > typed.valid_days * 24) refuse_usage(line, "--ttl-hours must not be longer than --valid-days");
  const StatusTimes times{.at = moment(line, typed.at),
                          .ttl = typed.ttl_hours * std::int64_t{3600},
                          .valid_for = typed.valid_days * std::int64_t{86'400}};
  Ledger ledger(existing_ledger(typed.ledger));
  refuse_older(ledger);
  tell(publish_status(ledger, *read_signing(typed.signing), typed.out, times));
  return ExitCode::ok;
}

}  // namespace

ExitCode status_command(const std::vector<std::string>& words) {
  if (words.empty()) {
    show_help();
    return ExitCode::usage;
  }
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (words.front() == "publish") return publish_command(rest);
  if (words.front() == "--help" || words.front() == "-h") return show_help();
  constexpr std::string_view known[] = {"status publish"};
  refuse_command("status " + words.front(), known, "pehchan help status");
}

}  // namespace pehchan
