#include "cli/ledger_option.h"

#include <fmt/format.h>

#include "base/run_error.h"
#include "ledger/ledger.h"
#include "roll/normalise.h"
#include "roll/utf8.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* office_ledger = "output/ledger.db";

/// A word as it is copied into a command: in quotes where a shell would take it apart.
std::string for_the_shell(const std::string& word) {
  constexpr std::string_view special = " \t\n'\"\\$`&|;<>()*?[]{}#~!";
  if (word.find_first_of(special) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace

void add_ledger_option(CommandLine& line, std::string& ledger) {
  line.options.add_options()("ledger", po::value(&ledger)->value_name("FILE|URL"),
                             "who has which card: a SQLite file, or postgresql://… (default: output/ledger.db)");
}

std::string tidy_period(const CommandLine& line, const std::string& typed) {
  if (find_bad_utf8(typed)) refuse_usage(line, "--period is not UTF-8");
  return normalised(Field::booth_no, typed);
}

std::string ledger_or_default(const std::string& given, const fs::path& out) {
  if (!given.empty()) return given;
  return fs::exists(office_ledger) ? office_ledger : (out / "ledger.db").string();
}

std::string existing_ledger(const std::string& given) {
  const std::string ledger = ledger_or_default(given);
  if (!ledger_exists(ledger))
    throw RunError(ExitCode::missing_input, fmt::format("there is no ledger {}", ledger),
                   "Name it with --ledger: 'pehchan issue' makes one in its output folder.");
  return ledger;
}

std::string ledger_words(const std::string& ledger) {
  return ledger == office_ledger ? std::string() : " --ledger " + for_the_shell(name_of_ledger(ledger));
}

}  // namespace pehchan
