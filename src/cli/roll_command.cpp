#include "cli/roll_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include "batch/check_roll.h"
#include "cli/command_line.h"
#include "cli/roll_options.h"
#include "roll/write_starter.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan roll: check a roll before cards are made, or begin a new one
कार्ड बनाने से पहले सूची जाँचें, या नई सूची शुरू करें

Examples:
  pehchan roll starter members.xlsx                        an empty roll to fill in
  pehchan roll check --roll members.xlsx
  pehchan roll check --roll office.xlsx --worksheet 2026 --header-row 3
  pehchan roll check --roll members.sqlite --table members
  pehchan roll check --roll postgresql://reader@server/cards --query 'select * from members where year = 2026'
  pehchan roll check --roll members.csv --columns columns.toml --places places.csv --out checked

A password belongs into ~/.pgpass or PGPASSWORD, not on the command line. 'check' writes the rows that would be
withheld (in the roll's own format, to put right) and roll-check.json (rows, fields and codes; no personal data).

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 all rows are good · 1 some would be withheld · 64 usage · 65 roll unusable · 66 input missing
  69 database does not answer · 73 cannot create output · 74 I/O error · 75 try again · 78 --columns wrong
)";
constexpr std::size_t most_codes_told = 10;

CommandLine check_line(RollSource& source, std::string& out) {
  CommandLine line("roll check");
  add_roll_options(line, source);
  line.options.add_options()("out", po::value(&out)->default_value("output")->value_name("DIR"),
                             "where the withheld rows are written");
  return line;
}

void tell_codes(const std::map<std::string, std::size_t>& codes) {
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [code, count] : codes) sorted.emplace_back(count, code);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < sorted.size() && i < most_codes_told; ++i)
    fmt::print("  {:>9}  {}\n", sorted[i].first, sorted[i].second);
  if (sorted.size() > most_codes_told)
    fmt::print("  … {} more codes in roll-check.json\n", sorted.size() - most_codes_told);
}

void tell(const RollSurvey& survey, const std::string& out) {
  std::size_t notes = 0;
  for (const auto& [code, count] : survey.notes) notes += count;
  const std::pair<std::size_t, const char*> lines[] = {{survey.rows, "rows · पंक्तियाँ"},
                                                       {survey.good, "good, would get a card · सही, कार्ड बनेगा"},
                                                       {survey.pending, "not yet confirmed · पुष्टि बाकी"},
                                                       {survey.declined, "declined · अस्वीकृत"},
                                                       {survey.withheld, "withheld · रोके गए"},
                                                       {notes, "notes, worth a look · देख लेने की बातें"}};
  fmt::print("{}\n", survey.file);
  for (const auto& [count, words] : lines) fmt::print("  {:>9}  {}\n", count, words);
  if (survey.rows == 0) fmt::print("Nothing is filled in yet.\nअभी कुछ भरा नहीं गया है।\n");
  if (!survey.problems.empty()) fmt::print("Most frequent problems · सबसे अधिक ग़लतियाँ\n");
  tell_codes(survey.problems);
  if (!survey.withheld_file.empty())
    fmt::print(
        "Put the rows of {0}/{1} right, then give that file as --roll (to check it again, with another --out).\n"
        "{0}/{1} की पंक्तियाँ ठीक करें, फिर उसी फ़ाइल को --roll में दें (दोबारा जाँच के लिए --out में दूसरा फ़ोल्डर दें)।\n",
        out, survey.withheld_file);
}

ExitCode show_help() {
  RollSource source;
  std::string out;
  CommandLine line = check_line(source, out);
  parse_words(line, {"--help"});
  fmt::print("{}pehchan roll check, {}{}", about, options_text(line), exit_codes);
  return ExitCode::ok;
}

ExitCode check_command(const std::vector<std::string>& words) {
  RollSource source;
  std::string out;
  CommandLine line = check_line(source, out);
  if (!parse_words(line, words)) return show_help();
  const RollSurvey survey = check_roll(source, out);
  tell(survey, out);
  return survey.withheld > 0 ? ExitCode::some_withheld : ExitCode::ok;
}

ExitCode starter_command(const std::vector<std::string>& words) {
  std::string file;
  CommandLine line("roll starter");
  line.options.add_options()("file", po::value(&file)->value_name("FILE.xlsx"),
                             "the workbook to make; may also be given without --file");
  line.positional.add("file", 1);
  line.require("file");
  if (!parse_words(line, words)) return show_help();
  if (std::filesystem::path(file).extension() != ".xlsx") refuse_usage(line, "the name must end in .xlsx");
  write_starter(file);
  fmt::print("An empty roll to fill in: {0}\nभरने के लिए खाली सूची: {0}\n", file);
  return ExitCode::ok;
}

}  // namespace

ExitCode roll_command(const std::vector<std::string>& words) {
  if (words.empty()) {
    show_help();
    return ExitCode::usage;
  }
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (words.front() == "check") return check_command(rest);
  if (words.front() == "starter") return starter_command(rest);
  if (words.front() == "--help" || words.front() == "-h") return show_help();
  constexpr std::string_view known[] = {"roll check", "roll starter"};
  refuse_command("roll " + words.front(), known, "pehchan help roll");
}

}  // namespace pehchan
