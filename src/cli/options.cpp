#include "cli/options.h"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <fstream>
#include <regex>
#include <sstream>
#include <thread>

#include "base/run_error.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr unsigned help_width = 100;

struct IssueTarget {
  IssueCommand command;
  std::string config;
};

po::options_description issue_options(IssueTarget& target) {
  IssueOptions& o = target.command.options;
  using Names = std::vector<std::string>;
  po::options_description all("Options", help_width);
  all.add_options()                                                                                                //
      ("roll", po::value(&o.roll)->value_name("FILE"), "the roll, a CSV file")                                     //
      ("photos", po::value(&o.photos)->value_name("DIR"), "the folder that the roll's photo names are in")         //
      ("template", po::value(&o.template_name)->default_value("member")->value_name("NAME"), "the card's design")  //
      ("sheet", po::value(&o.sheet)->default_value("a4-2x5")->value_name("FORMAT"), "how cards lie on paper")      //
      ("out", po::value(&o.out)->default_value("output")->value_name("DIR"), "where everything is written")        //
      ("link-base", po::value(&o.link_base)->default_value(o.link_base)->value_name("URL"),
       "the QR code says this and the card number")                                                                   //
      ("district", po::value<Names>(&o.filter.districts)->value_name("NAME"), "only this district; may be repeated")  //
      ("block", po::value<Names>(&o.filter.blocks)->value_name("NAME"), "only this block; may be repeated")           //
      ("booth", po::value<Names>(&o.filter.booths)->value_name("NO"), "only this booth; may be repeated")             //
      ("member", po::value<Names>(&o.filter.members)->value_name("NO"), "only this member; may be repeated")          //
      ("jobs", po::value(&o.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core")                       //
      ("sheets-per-file", po::value(&o.sheets_per_file)->default_value(50)->value_name("N"), "sheets in one PDF")     //
      ("date", po::value(&o.date)->value_name("YYYY-MM-DD"),
       "the date told in the PDFs (default: the latest confirmation)")                                      //
      ("encoding", po::value(&o.encoding)->value_name("NAME"), "of the roll, when it is not UTF-8")         //
      ("dry-run", po::bool_switch(&o.is_dry_run), "check the roll, say what would be done, write nothing")  //
      ("config", po::value(&target.config)->value_name("FILE"), "a file of lines such as: sheet = a4-2x5")  //
      ("quiet", po::bool_switch(&target.command.is_quiet), "say nothing but errors")                        //
      ("help", "show this");
  return all;
}

struct DemoTarget {
  DemoOptions options;
};

po::options_description demo_options(DemoOptions& o) {
  po::options_description all("Options", help_width);
  all.add_options()                                                                                            //
      ("dir", po::value(&o.folder)->value_name("DIR"), "the folder to make; may also be given without --dir")  //
      ("members", po::value(&o.members)->default_value(80)->value_name("N"), "rows in the roll")               //
      ("seed", po::value(&o.seed)->default_value(1)->value_name("S"), "another seed, other people")            //
      ("jobs", po::value(&o.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core")                //
      ("all-good", po::bool_switch(&o.all_good), "no mistakes in the roll")                                    //
      ("help", "show this");
  return all;
}

std::string help_of(const po::options_description& options) {
  std::ostringstream text;
  text << options;
  return text.str();
}

/// PEHCHAN_SHEETS_PER_FILE → sheets-per-file; a variable that is no option is somebody else's.
std::string option_of_variable(const po::options_description& options, const std::string& variable) {
  constexpr std::string_view prefix = "PEHCHAN_";
  if (!variable.starts_with(prefix)) return {};
  std::string name = variable.substr(prefix.size());
  for (char& c : name) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return options.find_nothrow(name, false) != nullptr ? name : std::string();
}

RunError usage(const std::string& what, const std::string& command) {
  return {ExitCode::usage, what, fmt::format("Run 'pehchan {} --help' for all options and examples.", command)};
}

void read_config(const po::options_description& options, const std::string& file, po::variables_map& values) try {
  std::ifstream stream(file);
  if (!stream) throw RunError(ExitCode::bad_config, "cannot read " + file, "Check the path given with --config.");
  po::store(po::parse_config_file(stream, options), values);
} catch (const po::error& error) {
  throw RunError(ExitCode::bad_config, fmt::format("{}: {}", file, error.what()),
                 "Each line is an option's name, '=', and its value.");
}

po::variables_map parse(const po::options_description& options, const std::vector<std::string>& words,
                        const std::string& command, const po::positional_options_description& positional) try {
  po::variables_map values;
  po::store(po::command_line_parser(words)
                .options(options)
                .positional(positional)
                .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
                .run(),
            values);
  return values;
} catch (const po::error& error) {
  throw usage(error.what(), command);
}

void check_issue(const IssueOptions& options, const po::variables_map& values) {
  for (const char* name : {"roll", "photos"})
    if (values.count(name) == 0) throw usage(fmt::format("--{} is missing", name), "issue");
  if (options.sheets_per_file == 0 || options.sheets_per_file > 1000)
    throw usage("--sheets-per-file must be from 1 to 1000", "issue");
  if (options.jobs > 256) throw usage("--jobs must be from 0 to 256", "issue");
  static const std::regex date("\\d{4}-\\d{2}-\\d{2}");
  if (!options.date.empty() && !std::regex_match(options.date, date))
    throw usage("--date must look like 2026-03-31", "issue");
}

}  // namespace

std::optional<IssueCommand> parse_issue(const std::vector<std::string>& words) {
  IssueTarget target;
  const po::options_description options = issue_options(target);
  po::variables_map values = parse(options, words, "issue", {});
  if (values.count("help") > 0) return std::nullopt;
  try {
    po::store(po::parse_environment(options,
                                    [&](const std::string& variable) { return option_of_variable(options, variable); }),
              values);
    if (values.count("config") > 0) read_config(options, values["config"].as<std::string>(), values);
    po::notify(values);
  } catch (const po::error& error) {
    throw usage(error.what(), "issue");
  }
  check_issue(target.command.options, values);
  return target.command;
}

std::optional<DemoOptions> parse_demo(const std::vector<std::string>& words) {
  DemoOptions demo;
  const po::options_description options = demo_options(demo);
  po::positional_options_description positional;
  positional.add("dir", 1);
  po::variables_map values = parse(options, words, "demo", positional);
  if (values.count("help") > 0) return std::nullopt;
  po::notify(values);
  if (values.count("dir") == 0) throw usage("the folder to make is missing", "demo");
  return demo;
}

std::string issue_help() {
  IssueTarget target;
  return R"(pehchan issue: cards of the confirmed members, as sheets ready to print
सूची के पुष्ट सदस्यों के कार्ड, छापने के लिए तैयार

Examples:
  pehchan issue --roll roll.csv --photos photos --out cards
  pehchan issue --roll roll.csv --photos photos --out cards --block Chandanpur --booth 12
  pehchan issue --roll cards/withheld.csv --photos photos --out cards    (after putting rows right)
  pehchan issue --roll roll.csv --photos photos --dry-run

Members who already have a card in the output folder are passed over; a run that was stopped goes on.
Every option may also be given as a variable (PEHCHAN_SHEET=a4-2x5) or in a --config file.

)" + help_of(issue_options(target)) +
         R"(
Exit codes: 0 all issued · 1 some members withheld, see withheld.csv · 64 usage · 65 roll unusable · 66 input missing
  70 a sheet failed its proof · 73 cannot create output · 74 I/O error · 75 try again · 78 template or format wrong
)";
}

std::string demo_help() {
  DemoOptions demo;
  return R"(pehchan demo: an invented roll and drawn photos to try everything with
आज़माने के लिए बनावटी सूची और फ़ोटो

Examples:
  pehchan demo demo
  pehchan demo demo --members 1000 --seed 7

)" + help_of(demo_options(demo));
}

}  // namespace pehchan
