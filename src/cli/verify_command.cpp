#include "cli/verify_command.h"

#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <utility>

#include "base/thread_count.h"
#include "batch/judge_codes.h"
#include "batch/judgement_json.h"
#include "cli/command_line.h"
#include "credential/public_keys.h"
#include "credential/validity.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* about = R"(pehchan verify: is this card real, and does it still count?
क्या यह कार्ड असली है, और अब भी मान्य है?

CARD is a picture of a card (JPEG, PNG, HEIC …), a PDF, a text of one code a line, '-' for such a text on standard input,
or what a reader read from the QR code, in quotes.

Examples:
  pehchan verify card.jpg --keys site
  pehchan verify output/sheets-0001.pdf --keys keys
  pehchan verify card.jpg --keys site --status site/status      was it made void or replaced?
  pehchan verify card.jpg --keys jwks.json --json
  zbarimg -q --raw card.png | pehchan verify - --keys jwks.json

Nothing is asked over the network: get the issuer's public keys and status lists before (docs/credentials.md).

)";
constexpr const char* exit_codes = R"(
Exit codes, other than those of the other commands: 0 valid · 1 not valid: altered, unknown key, expired, revoked …
  2 a code cannot be read, or there is none · 64 usage · 65 a file or status list cannot be used · 66 no such file
  78 the public keys are wrong
)";

struct VerifyOptions {
  std::vector<std::string> cards, lists;
  fs::path keys;
  std::string at;
  unsigned jobs = 0;
  bool is_json = false;
};

CommandLine verify_line(VerifyOptions& o) {
  CommandLine line("verify");
  line.options.add_options()                                                                                          //
      ("card", po::value(&o.cards)->value_name("CARD"), "a picture, PDF, text or code; may be given more than once")  //
      ("keys", path_value(o.keys)->value_name("PLACE"),
       "the issuer's public keys: jwks.json, cose-keys.cbor, KID.pub.pem, or a folder of such")  //
      ("status", po::value(&o.lists)->value_name("PLACE"),
       "the issuer's status list, or a folder of them; may be given more than once")                           //
      ("at", po::value(&o.at)->value_name("DAY"), "as it is when this day begins, YYYY-MM-DD (default: now)")  //
      ("json", po::bool_switch(&o.is_json), "for programs")                                                    //
      ("jobs", po::value(&o.jobs)->default_value(0)->value_name("N"), "threads that read a PDF; 0: one a core");
  line.positional.add("card", -1);
  line.require("card");
  line.require("keys");
  return line;
}

std::int64_t moment(const CommandLine& line, const std::string& day) {
  if (day.empty()) return std::time(nullptr);
  const auto begin = day_begins(day);
  if (!begin) refuse_usage(line, "--at must be a day such as 2026-11-30");
  return *begin;
}

void tell_claims(const CredentialClaims& claims) {
  fmt::print("  card no.   {}\n", claims.card_number);
  if (!claims.full_name.empty())
    fmt::print("  name       {}{}\n", claims.full_name, claims.second_name.empty() ? "" : " · " + claims.second_name);
  if (!claims.location.empty()) fmt::print("  district   {}\n", claims.location);
  fmt::print("  issuer     {}\n  issued     {}\n", claims.issuer, day_of(claims.issued_at));
  if (claims.expires_at) fmt::print("  counts to  {}\n", day_of(*claims.expires_at - 1));
}

void tell_status(const Judgement& judged) {
  if (!judged.card) return;
  if (judged.status == Judgement::Status::valid)
    fmt::print("  status     the issuer has not revoked it · रद्द नहीं है\n");
  else
    fmt::print("  status     {} · रद्द है या नहीं, यह नहीं देखा गया\n",
               judged.card->claims.status ? "whether it was revoked was not asked (--status)"
                                          : "it names no list that says whether it was revoked");
}

void tell(const Judgement& judged) {
  const Words words = words_of(judged);
  fmt::print("{}{}: {}\n  {}\n  {}\n", judged.source, judged.page > 0 ? fmt::format(", page {}", judged.page) : "",
             result_of(judged), words.en, words.hi);
  if (judged.refusal && !judged.refusal->detail.empty()) fmt::print("  ({})\n", judged.refusal->detail);
  const std::string& kid = judged.card ? judged.card->kid : judged.refusal->kid;
  if (!kid.empty()) fmt::print("  key        {}\n", kid);
  if (const CredentialClaims* claims = claims_of(judged)) tell_claims(*claims);
  tell_status(judged);
}

void tell(const PageCount& count) {
  fmt::print("{}{}: {} {} read · {} कोड पढ़े गए\n", count.source,
             count.page > 0 ? fmt::format(", page {}", count.page) : "", count.codes,
             count.codes == 1 ? "code" : "codes", count.codes);
}

}  // namespace

ExitCode verify_command(const std::vector<std::string>& words) {
  VerifyOptions o;
  CommandLine line = verify_line(o);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  if (o.jobs > 256) refuse_usage(line, "--jobs must be from 0 to 256");
  Trust trust{
      .keys = read_public_keys(o.keys), .lists = {}, .asks_status = !o.lists.empty(), .now = moment(line, o.at)};
  trust.lists = read_status_lists({o.lists.begin(), o.lists.end()}, trust.keys, trust.now);
  std::vector<Judgement> judgements;
  std::vector<PageCount> counts;
  for (const std::string& card : o.cards) {
    const std::vector<ShownCode> codes = read_codes(card, thread_count(o.jobs));
    for (const ShownCode& code : codes) {
      judgements.push_back(judge(code, trust));
      if (!o.is_json) tell(judgements.back());
    }
    for (PageCount& count : count_codes(codes)) {
      if (!o.is_json) tell(count);
      counts.push_back(std::move(count));
    }
  }
  if (o.is_json) fmt::print("{}", judgements_json(judgements, counts));
  return exit_code_of(judgements);
}

}  // namespace pehchan
