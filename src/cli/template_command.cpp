#include "cli/template_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

#include "batch/check_columns.h"
#include "batch/check_template.h"
#include "batch/design.h"
#include "batch/issue_options.h"
#include "batch/overprints.h"
#include "batch/signed_room.h"
#include "cli/command_line.h"
#include "cli/roll_options.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* about = R"(pehchan template: check a card's template before cards are made with it
कार्ड बनाने से पहले उसका टेम्पलेट जाँचें

Examples:
  pehchan template check my-card                       a folder with a card.toml and its artwork
  pehchan template check member                        one that comes with the program
  pehchan template check my-card --roll members.xlsx   are the fields that it shows columns of this roll?

Each mistake is told as FILE:LINE:COLUMN with what would be right. A note tells of texts
that lie on each other for usual members. Told is also whether a signed QR code would fit. docs/templates.md has every key with a picture.

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 cards can be made · 64 usage · 65 roll unusable · 66 input missing · 78 the template has mistakes
)";

struct Asked {
  std::string folder;
  std::string link_base = IssueOptions().link_base;
  RollSource roll;
};

CommandLine check_line(Asked& asked) {
  CommandLine line("template check");
  line.options.add_options()("template", po::value(&asked.folder)->value_name("DIR"),
                             "the template's folder, or the name of one that comes with the program; may also be given "
                             "without --template")(
      "link-base", po::value(&asked.link_base)->default_value(asked.link_base)->value_name("URL"),
      "what the QR code's link begins with: a longer one needs a larger box");
  add_roll_options(line, asked.roll, false);
  line.positional.add("template", 1);
  line.require("template");
  return line;
}

ExitCode show_help() {
  Asked asked;
  CommandLine line = check_line(asked);
  parse_words(line, {"--help"});
  fmt::print("{}pehchan template check, {}{}", about, options_text(line), exit_codes);
  return ExitCode::ok;
}

ExitCode check_command(const std::vector<std::string>& words) {
  Asked asked;
  CommandLine line = check_line(asked);
  if (!parse_words(line, words)) return show_help();
  const fs::path folder = template_folder(asked.folder);
  const CardTemplate design = read_template(folder, FontSet(), asked.link_base);
  if (!asked.roll.where.empty()) check_columns(design, folder, asked.roll);
  for (const Overprint& found : usual_overprints(design, FontSet())) {
    const auto [hindi, english] = told(found);
    fmt::print("note: {}:{}:{}: {}\n  {}\n", (folder / "card.toml").string(), found.where.line, found.where.column,
               english, hindi);
  }
  if (const auto room = signed_room(design)) {
    const auto [hindi, english] = told(*room);
    fmt::print("{}:{}:{}: {}\n  {}\n", (folder / "card.toml").string(), room->where.line, room->where.column, english,
               hindi);
  }
  fmt::print("{0}: cards can be made with it.\n{0}: इससे कार्ड बनाए जा सकते हैं।\n", folder.string());
  return ExitCode::ok;
}

}  // namespace

ExitCode template_command(const std::vector<std::string>& words) {
  if (words.empty()) {
    show_help();
    return ExitCode::usage;
  }
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (words.front() == "check") return check_command(rest);
  if (words.front() == "--help" || words.front() == "-h") return show_help();
  constexpr std::string_view known[] = {"template check"};
  refuse_command("template " + words.front(), known, "pehchan help template");
}

}  // namespace pehchan
