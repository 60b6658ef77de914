#include "cli/digital_command.h"

#include <fmt/format.h>

#include "batch/digital_cards.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/progress_line.h"
#include "cli/stop_signals.h"
#include "credential/utf8.h"
#include "ledger/periods.h"
#include "roll/utf8.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about =
    R"(pehchan digital: a web page for each member's card, with the card as PDF and as pictures
हर सदस्य के कार्ड का वेब पेज, PDF और चित्र के साथ

The folder is a site that any web server or object store can serve: SITE/c/TOKEN/ for each card that is made, where the
token is 22 letters and digits that nobody can guess. Words come from the ledger, portraits from the released sheets.
Run it again after every issue, replace or void: only what is new or changed is made; void cards get a page that says so.
The list of links for SMS, links.csv, is written beside the ledger, never into the site.

Examples:
  pehchan digital --out site --base-url https://cards.example/ --organisation "जन सेवा दल · Jan Seva Dal"
  pehchan digital --out site --base-url https://cards.example/ --period 2026-29 --keys keys
  pehchan digital --out site --quiet            from a timer; exit code 75: try again

)";

constexpr const char* exit_codes = R"(
Exit codes: 0 all cards of the period are in the site · 1 some could not be made, see above · 64 usage, or the site would
  hold what must not be served · 65 ledger unusable or an old copy · 66 input missing · 69 database not reached · 70 a card
  did not read back and is not published · 73 cannot create output · 74 I/O error · 75 try again · 78 a page or key is wrong
)";

struct Typed {
  DigitalOptions options;
  bool is_quiet = false;
};

CommandLine digital_line(Typed& typed) {
  DigitalOptions& o = typed.options;
  CommandLine line("digital");
  line.options.add_options()                                                                                         //
      ("out", path_value(o.out)->value_name("SITE"), "the folder that is served")                                    //
      ("base-url", po::value(&o.base_url)->value_name("URL"), "where it is served; without it no links are listed")  //
      ("period", po::value(&o.period)->value_name("NAME"), "as with 'pehchan issue'")                                //
      ("organisation", po::value(&o.organisation)->value_name("NAME"),
       "told on the pages (default: as the site was told last)")                                                      //
      ("keys", path_value(o.keys)->value_name("FOLDER"), "public keys that the site's verifier checks cards by")      //
      ("pages", path_value(o.pages)->value_name("FOLDER"), "pages of your own instead of those that come along")      //
      ("links", path_value(o.links)->value_name("FILE"), "the list of links (default: links.csv beside the ledger)")  //
      ("jobs", po::value(&o.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core")                       //
      ("quiet", po::bool_switch(&typed.is_quiet), "say nothing while at work");
  add_ledger_option(line, o.ledger);
  line.require("out");
  return line;
}

/// With one slash at its end. It goes into an SMS and a CSV as it is.
std::string tidy_url(const CommandLine& line, std::string url) {
  if (url.empty()) return url;
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/%[]";
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  if (!is_web || url.find_first_not_of(allowed) != std::string::npos || url.size() > 200 || url.size() < 9)
    refuse_usage(line, "--base-url must be an address such as https://cards.example/");
  while (url.ends_with('/')) url.pop_back();
  return url + "/";
}

void tell(const std::map<std::string, LeftCards>& left, const char* en, const char* hi) {
  for (const auto& [reason, cards] : left)
    fmt::print("{} {}: {} (first: {})\n{} {}\n  {}\n", cards.cards, en, reason, cards.first, cards.cards, hi,
               cards.advice);
}

void tell_unknown_keys(const DigitalSummary& s, std::FILE* where) {
  for (const auto& [kid, cards] : s.unknown_keys)
    fmt::print(where,
               "{0} cards are signed by the key {1}, which the site's checking page lacks: it cannot check them. "
               "Give it with --keys.\n{0} कार्डों पर कुंजी {1} के हस्ताक्षर हैं, जो साइट के जाँच पेज में नहीं है। --keys से दें।\n",
               cards, kid);
}

void tell(const DigitalSummary& s, const DigitalOptions& options) {
  fmt::print("{0} digital cards made, {1} as they were, {2} void.\n{0} डिजिटल कार्ड बने, {1} पहले जैसे, {2} रद्द।\n", s.made,
             s.kept + s.pages, s.voided);
  if (s.pages > 0) fmt::print("  of them {} with a new page only\n", s.pages);
  tell(s.left, "cards are left as the site has them", "कार्ड नहीं बन सके, साइट में जैसे थे वैसे ही हैं।");
  tell(s.failed, "cards did not read back and are not published", "कार्ड जाँच में सही नहीं पढ़े गए, प्रकाशित नहीं हुए।");
  tell_unknown_keys(s, stdout);
  fmt::print("  serve      {}\n", options.out.string());
  if (s.link_list) fmt::print("  all links  {} ({})\n", s.link_list->string(), s.links);
  if (s.new_link_list) fmt::print("  new links  {} ({})\n", s.new_link_list->string(), s.new_links);
  if (options.base_url.empty()) fmt::print("  No list of links: say with --base-url where the site is served.\n");
}

}  // namespace

ExitCode digital_command(const std::vector<std::string>& words) {
  Typed typed;
  DigitalOptions& options = typed.options;
  CommandLine line = digital_line(typed);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  if (options.out.empty()) refuse_usage(line, "--out must name a folder");
  options.base_url = tidy_url(line, options.base_url);
  if (find_bad_utf8(options.organisation)) refuse_usage(line, "--organisation is not UTF-8");
  if (has_controls(options.organisation))
    refuse_usage(line, "--organisation has a line break, a tab or another control character");
  options.ledger = existing_ledger(options.ledger);
  {
    Ledger ledger(options.ledger);
    options.period = period_to_use(ledger, tidy_period(line, options.period));
  }
  const StopSignals signals;
  ProgressLine progress;
  const auto summary = make_digital_cards(options, signals.token(), [&](const Progress& now) {
    if (!typed.is_quiet) progress(now);
  });
  if (!typed.is_quiet) progress.end();
  tell(summary, options);
  tell_unknown_keys(summary, stderr);
  if (!summary.failed.empty()) return ExitCode::internal;
  return summary.left.empty() ? ExitCode::ok : ExitCode::some_withheld;
}

}  // namespace pehchan
