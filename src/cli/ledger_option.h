#pragma once
#include <filesystem>
#include <string>

#include "cli/command_line.h"

namespace pehchan {

/// Adds --ledger, for the commands that look into one.
void add_ledger_option(CommandLine& line, std::string& ledger);

/// A period as it is kept: without blanks around it, digits of any script in ASCII. Throws RunError (usage) for what is
/// not UTF-8.
std::string tidy_period(const CommandLine& line, const std::string& typed);

/// The ledger given, or output/ledger.db of this folder when there is one (so that an office that has a ledger there
/// keeps to it, wherever it writes), or ledger.db in `out`.
std::string ledger_or_default(const std::string& given, const std::filesystem::path& out = "output");

/// The same for a ledger that must be there. Throws RunError (missing_input).
std::string existing_ledger(const std::string& given);

/// " --ledger cards/ledger.db" where it is not the default one, to be told as part of a command. Without a password.
std::string ledger_words(const std::string& ledger);

}  // namespace pehchan
