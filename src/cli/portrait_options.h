#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "batch/portrait_options.h"
#include "cli/command_line.h"

namespace pehchan {

/// What was typed for the options that are shared by every command that looks at photos.
struct TypedPortraitOptions {
  PortraitOptions portraits;
  std::vector<std::string> limits;  ///< "sharpness=0.08,0.05"
  unsigned cache_mb = 1024;
};

/// Adds --overrides, --face-model, --photo-limit, --cache and --cache-size.
void add_portrait_options(CommandLine& line, TypedPortraitOptions& typed);

/// What they mean; the cache is in `out` unless another was named. Throws RunError (usage) naming the option.
PortraitOptions portrait_options(const CommandLine& line, TypedPortraitOptions typed, const std::filesystem::path& out);

}  // namespace pehchan
