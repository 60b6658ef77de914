#include "cli/commands.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

#include "cli/calibrate_command.h"
#include "cli/command_line.h"
#include "cli/demo_command.h"
#include "cli/digital_command.h"
#include "cli/find_command.h"
#include "cli/handover_command.h"
#include "cli/issue_command.h"
#include "cli/keys_command.h"
#include "cli/ledger_command.h"
#include "cli/photos_command.h"
#include "cli/preview_command.h"
#include "cli/printed_command.h"
#include "cli/proof_command.h"
#include "cli/purge_command.h"
#include "cli/replace_command.h"
#include "cli/roll_command.h"
#include "cli/send_command.h"
#include "cli/sheets_command.h"
#include "cli/spoilt_command.h"
#include "cli/status_command.h"
#include "cli/template_command.h"
#include "cli/verify_command.h"
#include "cli/void_command.h"

namespace pehchan {
namespace {

constexpr const char* general_help =
    R"(पहचान · Pehchan: identity cards for members, from a roll and a folder of photos to sheets ready to print
सदस्यों की सूची और फ़ोटो से छापने के लिए तैयार पहचान-पत्र

Make cards:
  pehchan issue --roll FILE --photos DIR   make the cards of the confirmed members
  pehchan photos DIR                       look at photos, and decide about the doubtful ones
  pehchan roll check --roll FILE           check a roll and get the wrong rows back, without making cards
  pehchan roll starter FILE.xlsx           make an empty roll to fill in
  pehchan template check DIR               check a card's template, line by line
  pehchan preview TEMPLATE                 look at a template while you draw it
  pehchan sheets                           the sheets that cards can be printed on
  pehchan demo DIR                         make an invented roll and photos to try it with

The printer:
  pehchan proof FILE                       look at finished PDFs before a print shop does
  pehchan calibrate PRINTER                measure how it misplaces things, so that 'issue --printer' undoes it
  pehchan send JOB --printer ADDRESS       print a job's sheets, and go on after a jam

After the printer:
  pehchan printed JOB                      these sheets came out well
  pehchan spoilt JOB --sheet N             make a spoilt sheet's cards again, same numbers
  pehchan handover JOB                     the register that members sign, and what came of it
  pehchan replace MEMBER --reason WHY      a new card instead of one that is lost or wrong
  pehchan void CARD --reason WHY           this card no longer counts

Signed codes:
  pehchan keys new|list|rotate|withdraw|publish
                                           the keys that cards are signed with
  pehchan verify CARD --keys PLACE         is this card real, and does it still count?
  pehchan status publish --out DIR         which cards no longer count, for whoever verifies

On the web:
  pehchan digital --out SITE               a page for each member's card, with PDF and pictures, and a list of links

The ledger:
  pehchan find WHO                         who has which card
  pehchan ledger stats|check|export|backup
  pehchan purge                            remove personal files of jobs that are handed over

  pehchan help [COMMAND]                   show this, or a command's options and examples
  pehchan version                          show the version

Start here:
  pehchan demo demo
  pehchan issue --roll demo/roll.csv --photos demo/photos
)";

using Words = std::vector<std::string>;

ExitCode help_command(const Words& words);

ExitCode version_command(const Words&) {
  fmt::print("pehchan {}\n", PEHCHAN_VERSION);
  return ExitCode::ok;
}

struct Command {
  std::string_view name;
  ExitCode (*run)(const Words&);
};
constexpr std::array commands = {
    Command{"preview", preview_command},     Command{"photos", photos_command},
    Command{"issue", issue_command},         Command{"proof", proof_command},
    Command{"calibrate", calibrate_command}, Command{"send", send_command},
    Command{"printed", printed_command},     Command{"spoilt", spoilt_command},
    Command{"replace", replace_command},     Command{"void", void_command},
    Command{"handover", handover_command},   Command{"digital", digital_command},
    Command{"roll", roll_command},           Command{"sheets", sheets_command},
    Command{"find", find_command},           Command{"ledger", ledger_command},
    Command{"purge", purge_command},         Command{"keys", keys_command},
    Command{"verify", verify_command},       Command{"demo", demo_command},
    Command{"template", template_command},   Command{"help", help_command},
    Command{"version", version_command},     Command{"--version", version_command},
    Command{"--help", help_command},         Command{"-h", help_command},
    Command{"status", status_command},
};

const Command& command_named(const std::string& word) {
  std::vector<std::string_view> known;
  for (const Command& command : commands) {
    if (command.name == word) return command;
    if (!command.name.starts_with('-')) known.push_back(command.name);
  }
  refuse_command(word, known, "pehchan help");
}

/// Commands that have options of their own explain themselves.
ExitCode help_command(const Words& words) {
  if (!words.empty()) {
    const Command& command = command_named(words.front());
    if (command.run != help_command && command.run != version_command) return command.run({"--help"});
  }
  fmt::print("{}", general_help);
  return ExitCode::ok;
}

}  // namespace

ExitCode run_command(const Words& words) {
  if (words.empty()) {
    help_command({});
    return ExitCode::usage;
  }
  return command_named(words.front()).run({words.begin() + 1, words.end()});
}

}  // namespace pehchan
