#pragma once
#include <filesystem>
#include <string>

#include "batch/profile_choice.h"
#include "cli/command_line.h"

namespace pehchan {

/// --profile and --icc as they were typed.
struct TypedProfile {
  std::string word;
  std::filesystem::path icc;
};

void add_profile_options(CommandLine& line, TypedProfile& typed);

/// Throws RunError (usage) for a profile that is not known, or an --icc that none asks for.
ProfileChoice profile_choice(const CommandLine& line, const TypedProfile& typed);

}  // namespace pehchan
