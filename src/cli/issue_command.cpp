#include "cli/issue_command.h"

#include <fmt/format.h>

#include <chrono>
#include <regex>

#include "base/atomic_file.h"
#include "batch/metrics.h"
#include "batch/run.h"
#include "cli/arrangement_options.h"
#include "cli/command_line.h"
#include "cli/ledger_option.h"
#include "cli/portrait_options.h"
#include "cli/printer_option.h"
#include "cli/profile_options.h"
#include "cli/progress_line.h"
#include "cli/roll_options.h"
#include "cli/signing_options.h"
#include "cli/stop_signals.h"
#include "model/card_number.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan issue: cards of the confirmed members, as sheets ready to print
सूची के पुष्ट सदस्यों के कार्ड, छापने के लिए तैयार

Examples:
  pehchan issue --roll roll.xlsx --photos photos
  pehchan issue --roll roll.csv --photos photos --block Chandanpur --booth 12
  pehchan issue --roll output/withheld.csv --photos photos         (after putting rows right)
  pehchan issue --roll roll.csv --photos photos --dry-run --spare 3% --sheets-per-minute 9
  pehchan issue --roll roll.csv --photos photos --fill stacks --group booth --group-header slip
  pehchan issue --roll roll.csv --photos photos --profile press --icc shop.icc   (for a print shop)
  pehchan issue --roll roll.csv --photos photos --profile press --portraits cmyk --ink-limit 280   (inks, not RGB)
  pehchan issue --roll roll.csv --photos photos --printer office   (measured by 'pehchan calibrate')
  pehchan issue --roll roll.csv --photos photos --key keys --credential credential.toml   (signed QR codes)
  pehchan issue --roll postgresql://clerk@server/members --table confirmed --photos photos --period 2026-29

Members who have a card in this period by the ledger are passed over; a run that was stopped goes on. Whoever needs
another card gets it by 'pehchan replace', sheets that were spoilt by 'pehchan spoilt'.
Every option may also be given as a variable (PEHCHAN_SHEET=a4-2x5) or in a --config file.

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 all issued · 1 some members withheld, see withheld.* · 64 usage · 65 roll unusable · 66 input missing
  69 database not reached · 70 a sheet failed its proof · 73 cannot create output · 74 I/O error · 75 try again · 78 template, format, key, credential.toml or database address wrong
)";

/// What is typed beside the options of the run itself.
struct TypedIssue {
  TypedPortraitOptions portraits;
  TypedProfile profile;
  TypedArrangement arrangement;
  PrinterOption printer;
  std::string metrics;
  bool is_quiet = false;
};

CommandLine issue_line(IssueOptions& o, TypedIssue& typed) {
  using Names = std::vector<std::string>;
  CommandLine line("issue");
  add_roll_options(line, o.roll);
  line.options.add_options()                                                                                       //
      ("photos", path_value(o.photos)->value_name("DIR"), "the folder that the roll's photo names are in")         //
      ("template", po::value(&o.template_name)->default_value("member")->value_name("NAME"), "the card's design")  //
      ("sheet", po::value(&o.sheet)->default_value("a4-2x5")->value_name("FORMAT"),
       "how cards lie on paper: pehchan sheets")                                                             //
      ("out", path_value(o.out)->default_value("output")->value_name("DIR"), "where everything is written")  //
      ("ledger", po::value(&o.ledger)->value_name("FILE|URL"),
       "who has which card: a SQLite file, or postgresql://… (default: output/ledger.db if there is one, else "
       "ledger.db in --out)")  //
      ("period", po::value(&o.period)->value_name("NAME"),
       "a member has one card in a period, such as 2026-29 (default: the ledger's only one)")  //
      ("prefix", po::value(&o.prefix)->default_value(o.prefix)->value_name("LETTERS"),
       "card numbers begin with it")  //
      ("link-base", po::value(&o.link_base)->default_value(o.link_base)->value_name("URL"),
       "without a key the QR code says this and the card number")                                                     //
      ("district", po::value<Names>(&o.filter.districts)->value_name("NAME"), "only this district; may be repeated")  //
      ("block", po::value<Names>(&o.filter.blocks)->value_name("NAME"), "only this block; may be repeated")           //
      ("booth", po::value<Names>(&o.filter.booths)->value_name("NO"), "only this booth; may be repeated")             //
      ("member", po::value<Names>(&o.filter.members)->value_name("NO"), "only this member; may be repeated")          //
      ("jobs", po::value(&o.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core")                       //
      ("sheets-per-file", po::value(&o.sheets_per_file)->default_value(50)->value_name("N"), "sheets in one PDF")     //
      ("lease", po::value(&o.lease_seconds)->default_value(o.lease_seconds)->value_name("SECONDS"),
       "on a shared ledger: a run silent for so long loses its cards to others")  //
      ("date", po::value(&o.date)->value_name("YYYY-MM-DD"),
       "the date told in the PDFs (default: the latest confirmation)")                                      //
      ("dry-run", po::bool_switch(&o.is_dry_run), "check the roll, say what would be done, write nothing")  //
      ("metrics", po::value(&typed.metrics)->value_name("FILE"),
       "how the run ended, for Prometheus' textfile collector")  //
      ("quiet", po::bool_switch(&typed.is_quiet), "say nothing but errors");
  add_profile_options(line, typed.profile);
  add_arrangement_options(line, typed.arrangement);
  add_signing_options(line, o.signing);
  add_wire_option(line, o.signing);
  add_portrait_options(line, typed.portraits);
  add_printer_option(line, typed.printer,
                     "a printer that 'pehchan calibrate' has measured: its error is undone on every page");
  line.require("photos");
  return line;
}

bool is_day(const std::string& text) {
  static const std::regex shape("(\\d{4})-(\\d{2})-(\\d{2})");
  std::smatch parts;
  if (!std::regex_match(text, parts, shape)) return false;
  const auto number = [&](std::size_t part) { return static_cast<unsigned>(std::stoi(parts[part])); };
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(number(1))), std::chrono::month(number(2)),
                                     std::chrono::day(number(3)))
      .ok();
}

void check_options(const CommandLine& line, const IssueOptions& options) {
  if (options.sheets_per_file == 0 || options.sheets_per_file > 1000)
    refuse_usage(line, "--sheets-per-file must be from 1 to 1000");
  if (options.jobs > 256) refuse_usage(line, "--jobs must be from 0 to 256");
  if (!is_number_part(options.prefix)) refuse_usage(line, "--prefix must be 1 to 8 of A-Z and 0-9");
  if (options.period.size() > 40) refuse_usage(line, "--period must be at most 40 characters");
  if (options.lease_seconds < 2 || options.lease_seconds > 86'400)
    refuse_usage(line, "--lease must be from 2 to 86400 seconds");
  check_signing_options(line, options.signing);
  if (!options.date.empty() && !is_day(options.date)) refuse_usage(line, "--date must be a day such as 2026-03-31");
}

void tell_plan(const IssueSummary& summary, const IssueOptions& options) {
  if (summary.to_issue > 0) fmt::print("{}", told(summary.order, options.rates));
  if (const auto& limit = options.profile.ink_limit)
    fmt::print("Portraits will be in the press's inks (CMYK), at most {} % on one spot.\n", *limit);
  fmt::print(
      "Would try {} cards on at most {} sheets; {} have theirs already, {} rows are withheld. Nothing written.\n",
      summary.to_issue, summary.sheets, summary.issued_before, summary.withheld);
}

void tell_signature(const IssueSummary& summary) {
  if (summary.new_files.empty()) return;
  if (summary.signed_with)
    fmt::print(
        "  signed     QR codes, with the key {0}, issuer {1}\n             QR कोड पर कुंजी {0} का हस्ताक्षर, जारीकर्ता "
        "{1}\n",
        summary.signed_with->kid, summary.signed_with->issuer);
  else
    fmt::print(
        "  unsigned   QR codes tell a link only; --key signs them (pehchan keys)\n             QR कोड पर हस्ताक्षर नहीं "
        "है, वह केवल लिंक बताता है\n");
}

void tell_result(const IssueSummary& summary, const std::string& out, const std::string& ledger_name) {
  const std::string ledger = ledger_words(ledger_name);
  if (summary.issued_now == 0 && summary.issued_elsewhere == 0 && summary.withheld == 0)
    fmt::print("Nothing left to do: all {} cards were issued before.\nकुछ बाकी नहीं: सभी {} कार्ड पहले ही बन चुके हैं।\n",
               summary.issued_before, summary.issued_before);
  else
    fmt::print(
        "{} cards on {} sheets issued now, {} before; {} members withheld.\n"
        "{} कार्ड अभी बने, {} पहले; {} सदस्य रोके गए।\n",
        summary.issued_now, summary.sheets, summary.issued_before, summary.withheld, summary.issued_now,
        summary.issued_before, summary.withheld);
  if (summary.began_ledger)
    fmt::print(
        "  ledger     a new one was begun: {0} (use the same one always, else members get second cards)\n"
        "             नया बही-खाता बना: {0} (हमेशा यही दें, नहीं तो सदस्यों को दूसरा कार्ड मिल जाएगा)\n",
        ledger_name);
  if (summary.issued_elsewhere > 0)
    fmt::print("  elsewhere  {} made by other runs meanwhile\n", summary.issued_elsewhere);
  if (summary.bound_elsewhere > 0)
    fmt::print("  elsewhere  {} lie on finished sheets that another run has not released: run that one again\n",
               summary.bound_elsewhere);
  if (!summary.new_files.empty())
    fmt::print("  print      {}/{}{}\n", out, summary.new_files.front(),
               summary.new_files.size() > 1 ? " … " + summary.new_files.back() : "");
  tell_signature(summary);
  if (!summary.new_files.empty()) fmt::print("  look at    {}/previews/\n", out);
  if (!summary.job.empty()) fmt::print("  then say   pehchan printed {}{}\n", summary.job, ledger);
  if (summary.changed > 0)
    fmt::print("  look at    {} members whose row or photo has changed since their card was made: see the report\n",
               summary.changed);
  if (summary.held_photos + summary.weak_photos > 0)
    fmt::print("  look at    photos: {} held back, {} only just good enough; 'pehchan photos' makes a page to decide\n",
               summary.held_photos, summary.weak_photos);
  fmt::print("  report     {}/report.html\n", out);
  if (summary.withheld > 0)
    fmt::print("  put right  {0}/{1}, then run again with --roll {0}/{1}\n", out, summary.withheld_file);
}

ExitCode exit_code_of(const IssueSummary& summary) {
  if (summary.bound_elsewhere > 0) return ExitCode::try_again;
  return summary.withheld > 0 ? ExitCode::some_withheld : ExitCode::ok;
}

/// Found out before cards are made: a run that only fails at its end to say how it went looks like one that failed.
void refuse_unwritable(const CommandLine& line, const std::string& metrics, const std::filesystem::path& out) try {
  if (metrics.empty()) return;
  const std::filesystem::path file = metrics;
  if (std::filesystem::is_directory(file)) refuse_usage(line, "--metrics: " + metrics + " is a folder, not a file");
  if (file.parent_path() == out) std::filesystem::create_directories(out);
  const AtomicFile trial(file);
} catch (const RunError& error) {
  if (error.code == ExitCode::usage) throw;
  refuse_usage(line, std::string("--metrics: ") + error.what());
} catch (const std::filesystem::filesystem_error& error) {
  refuse_usage(line, std::string("--metrics: ") + error.what());
}

/// The run, with its metrics written however it ends.
IssueSummary issue_and_measure(const CommandLine& line, IssueOptions options, const std::string& metrics,
                               const ProgressSink& sink, std::stop_token stop) {
  using std::chrono::steady_clock, std::chrono::system_clock, std::chrono::seconds;
  const auto begun = steady_clock::now();
  const auto tell = [&](const IssueSummary& summary, ExitCode code) {
    if (metrics.empty()) return;
    const auto ended_at = std::chrono::duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
    write_metrics(metrics,
                  {summary, code, std::chrono::duration<double>(steady_clock::now() - begun).count(), ended_at});
  };
  // What stopped the run is told by main, not that its metrics could not be written either.
  const auto tell_failure = [&](ExitCode code) {
    try {
      tell({}, code);
    } catch (const RunError& error) {
      fmt::print(stderr, "\npehchan: --metrics: {}\n", error.what());
    }
  };
  refuse_unwritable(line, metrics, options.out);
  IssueSummary summary;
  try {
    options.period = tidy_period(line, options.period);
    check_options(line, options);
    summary = issue_cards(options, sink, std::move(stop));
  } catch (const RunError& error) {
    tell_failure(error.code);
    throw;
  } catch (const std::exception&) {
    tell_failure(ExitCode::internal);
    throw;
  }
  tell(summary, exit_code_of(summary));
  return summary;
}

}  // namespace

ExitCode issue_command(const std::vector<std::string>& words) {
  IssueOptions options;
  TypedIssue typed;
  CommandLine command_line = issue_line(options, typed);
  if (!parse_words(command_line, words)) {
    fmt::print("{}{}{}", about, options_text(command_line), exit_codes);
    return ExitCode::ok;
  }
  options.ledger = ledger_or_default(options.ledger, options.out);
  options.profile = profile_choice(command_line, typed.profile);
  options.arrangement = arrangement_of(command_line, typed.arrangement);
  options.rates = rates_of(command_line, typed.arrangement);
  options.portraits = portrait_options(command_line, std::move(typed.portraits), options.out);
  options.printer = printer_given(typed.printer);
  const StopSignals signals;
  ProgressLine line;
  const ProgressSink sink = typed.is_quiet ? ProgressSink() : ProgressSink([&](const Progress& p) { line(p); });
  const IssueSummary summary = issue_and_measure(command_line, options, typed.metrics, sink, signals.token());
  line.end();
  if (options.is_dry_run)
    tell_plan(summary, options);
  else if (!typed.is_quiet)
    tell_result(summary, options.out.string(), options.ledger);
  return exit_code_of(summary);
}

}  // namespace pehchan
