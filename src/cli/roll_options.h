#pragma once
#include "cli/command_line.h"
#include "roll/roll_source.h"

namespace pehchan {

/// The options that say where a roll is and how to read it, the same for every command that reads one; --roll must be
/// given where it is required.
void add_roll_options(CommandLine& line, RollSource& source, bool is_required = true);

}  // namespace pehchan
