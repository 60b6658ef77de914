#pragma once
#include <filesystem>
#include <string>

#include "batch/profile_choice.h"
#include "cli/command_line.h"

namespace pehchan {

/// --profile, --icc, --portraits and --ink-limit as they were typed.
struct TypedProfile {
  std::string word, portraits;
  std::filesystem::path icc;
  int ink_limit = 0;
};

void add_profile_options(CommandLine& line, TypedProfile& typed);

/// Throws RunError (usage) for a profile that is not known, or for what belongs to another one.
ProfileChoice profile_choice(const CommandLine& line, const TypedProfile& typed);

}  // namespace pehchan
