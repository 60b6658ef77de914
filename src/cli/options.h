#pragma once
#include <optional>
#include <string>
#include <vector>

#include "batch/issue_options.h"
#include "demo/make_demo.h"

namespace pehchan {

struct IssueCommand {
  IssueOptions options;
  bool is_quiet = false;
};

/// What the words after `pehchan issue` ask for: the command line before PEHCHAN_* variables before --config FILE.
/// Nothing when --help was asked for. Throws RunError: usage naming the option and the nearest known one, bad_config
/// for a configuration file that cannot be read.
std::optional<IssueCommand> parse_issue(const std::vector<std::string>& words);

/// The same of `pehchan demo`.
std::optional<DemoOptions> parse_demo(const std::vector<std::string>& words);

std::string issue_help();
std::string demo_help();

}  // namespace pehchan
