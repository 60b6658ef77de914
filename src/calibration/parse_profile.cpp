#include "calibration/parse_profile.h"

#include <vector>

#include "base/run_error.h"
#include "toml/parse_toml.h"
#include "toml/table_reader.h"

namespace pehchan {
namespace {

constexpr double largest_paper = 1000;

Misalignment read_side(const TableReader& root, std::string_view name, bool is_required, Mistakes& mistakes) {
  const toml::table* table = root.table(name, is_required);
  if (table == nullptr) return {};
  const TableReader in(*table, "[" + std::string(name) + "]", mistakes);
  in.allow_only({"offset", "scale", "skew"});
  const auto about = [&](std::string_view key, double middle, double most) {
    return in.list(key, 2, middle - most, middle + most, "[across, down]");
  };
  const auto offset = about("offset", 0, most_offset.value), scale = about("scale", 1, most_stretch),
             skew = about("skew", 0, most_turn);
  return {.right = {offset[0]},
          .down = {offset[1]},
          .scale_across = scale[0],
          .scale_down = scale[1],
          .turn_across = skew[0],
          .turn_down = skew[1]};
}

PrinterProfile read_profile(const toml::table& table, Mistakes& mistakes) {
  const TableReader in(table, "the profile", mistakes);
  in.allow_only({"schema", "paper", "duplex", "front", "back"});
  in.number("schema", 1, 1);
  PrinterProfile profile;
  const auto paper = in.list("paper", 2, 1, largest_paper, "[width, height] in mm");
  profile.paper = {{paper[0]}, {paper[1]}};
  constexpr Duplex ways[] = {Duplex::long_edge, Duplex::short_edge, Duplex::none};
  profile.duplex = ways[in.choice("duplex", {"long-edge", "short-edge", "none"})];
  profile.has_front = table.contains("front");
  profile.has_back = table.contains("back");
  profile.front = read_side(in, "front", !profile.has_back, mistakes);
  profile.back = read_side(in, "back", false, mistakes);
  return profile;
}

}  // namespace

PrinterProfile parse_profile(std::string_view text, const std::string& file) {
  Mistakes mistakes;
  PrinterProfile profile;
  if (const auto root = parse_toml(text))
    profile = read_profile(*root, mistakes);
  else
    mistakes.add(root.error().where, root.error().what);
  if (!mistakes.empty())
    throw RunError(ExitCode::bad_config, mistakes.told(file),
                   "Put the file right, or measure the printer again with 'pehchan calibrate'.");
  return profile;
}

}  // namespace pehchan
