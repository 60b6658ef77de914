#include "cli/demo_command.h"

#include <fmt/format.h>

#include "cli/options.h"

namespace pehchan {

ExitCode demo_command(const std::vector<std::string>& words) {
  const auto options = parse_demo(words);
  if (!options) {
    fmt::print("{}", demo_help());
    return ExitCode::ok;
  }
  const DemoSummary demo = make_demo(*options);
  fmt::print(
      "An invented roll of {} members: {} confirmed and good, {} pending, {} declined, {} with a mistake.\n"
      "Make their cards with:\n  pehchan issue --roll {} --photos {} --out cards\n",
      demo.members, demo.confirmed, demo.pending, demo.declined, demo.wrong, demo.roll.string(), demo.photos.string());
  return ExitCode::ok;
}

}  // namespace pehchan
