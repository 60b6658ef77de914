#include "cli/commands.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "cli/demo_command.h"
#include "cli/issue_command.h"
#include "cli/roll_command.h"

namespace pehchan {
namespace {

constexpr const char* general_help =
    R"(पहचान · Pehchan: identity cards for members, from a roll and a folder of photos to sheets ready to print
सदस्यों की सूची और फ़ोटो से छापने के लिए तैयार पहचान-पत्र

Commands:
  pehchan issue --roll FILE --photos DIR   make the cards of the confirmed members
  pehchan roll check --roll FILE           check a roll and get the wrong rows back, without making cards
  pehchan roll starter FILE.xlsx           make an empty roll to fill in
  pehchan demo DIR                         make an invented roll and photos to try it with
  pehchan help [COMMAND]                   show this, or a command's options and examples
  pehchan version                          show the version

Start here:
  pehchan demo demo
  pehchan issue --roll demo/roll.csv --photos demo/photos --out cards
)";

using Words = std::vector<std::string>;

ExitCode help_command(const Words& words) {
  if (!words.empty() && words.front() == "issue") return issue_command({"--help"});
  if (!words.empty() && words.front() == "demo") return demo_command({"--help"});
  if (!words.empty() && words.front() == "roll") return roll_command({"--help"});
  fmt::print("{}", general_help);
  return ExitCode::ok;
}

ExitCode version_command(const Words&) {
  fmt::print("pehchan {}\n", PEHCHAN_VERSION);
  return ExitCode::ok;
}

struct Command {
  std::string_view name;
  ExitCode (*run)(const Words&);
};
constexpr std::array commands = {Command{"issue", issue_command},     Command{"roll", roll_command},
                                 Command{"demo", demo_command},       Command{"help", help_command},
                                 Command{"version", version_command}, Command{"--version", version_command},
                                 Command{"--help", help_command},     Command{"-h", help_command}};

}  // namespace

ExitCode run_command(const Words& words) {
  if (words.empty()) {
    help_command({});
    return ExitCode::usage;
  }
  for (const Command& command : commands)
    if (command.name == words.front()) return command.run({words.begin() + 1, words.end()});
  throw RunError(ExitCode::usage, fmt::format("there is no command '{}'", words.front()),
                 "Run 'pehchan help' to see what there is.");
}

}  // namespace pehchan
