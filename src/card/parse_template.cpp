#include "card/parse_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "base/run_error.h"
#include "card/check_sides.h"
#include "card/read_photo_limits.h"
#include "card/read_side.h"
#include "card/read_style.h"
#include "toml/parse_toml.h"
#include "toml/table_reader.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t schema_version = 1;
constexpr Mm most_side{400};  // a sheet of A3 is 420 mm high
constexpr std::uintmax_t largest_toml = 256 * 1024;

std::string name_of(const fs::path& folder) {
  return (folder.filename().empty() ? folder.parent_path() : folder).filename();
}

/// Size, corners, bleed and margin. A radius or margin that the card has no room for is left out.
void read_edges(const TableReader& in, CardTemplate& design) {
  design.size = in.size("size_mm");
  if (design.size.width > most_side || design.size.height > most_side)
    in.mistake("size_mm", fmt::format("\"size_mm\" must be {:g} mm a side at most", most_side.value));
  design.corner_radius = {in.number("corner_radius_mm", 0, 10, design.corner_radius.value)};
  design.bleed = {in.number("bleed_mm", 0, 20)};
  design.safe_margin = {in.number("safe_margin_mm", 0, 20)};
  const Mm half = std::min(design.size.width, design.size.height) / 2;
  if (half.value <= 0) return;
  if (design.corner_radius > half) {
    in.mistake("corner_radius_mm",
               fmt::format("\"corner_radius_mm\" must not be more than half the card's shorter side, which is {:g} mm",
                           half.value));
    design.corner_radius = {};
  }
  if (design.safe_margin >= half) {
    in.mistake("safe_margin_mm", fmt::format("\"safe_margin_mm\" leaves no room on the card: it must be less than half "
                                             "the shorter side, which is {:g} mm",
                                             half.value));
    design.safe_margin = {};
  }
}

CardTemplate read_template(const toml::table& root, const fs::path& folder, Mistakes& mistakes) {
  const TableReader in(root, "card.toml", mistakes);
  in.allow_only({"schema", "size_mm", "corner_radius_mm", "bleed_mm", "safe_margin_mm", "styles", "photo_limits",
                 "front", "back"});
  CardTemplate design;
  design.name = name_of(folder);
  if (in.number("schema", 1, 1000) != schema_version)
    in.mistake("schema", fmt::format("this program reads schema {}", schema_version));
  const std::size_t right = mistakes.count();
  read_edges(in, design);
  const CardArea area{design.size, design.corner_radius, design.bleed, design.safe_margin, mistakes.count() == right};
  read_photo_limits(in, design.photo_limits, mistakes);
  const Styles styles = read_styles(in, mistakes);
  for (const auto& [name, style] : styles) design.styles.push_back(style);
  design.front = read_side(in, "front", folder, area, styles, mistakes);
  design.back = read_side(in, "back", folder, area, styles, mistakes);
  check_sides(design, begin_of(root.source()), mistakes);
  return design;
}

}  // namespace

void refuse(const Mistakes& mistakes, const fs::path& folder) {
  if (!mistakes.empty())
    throw RunError(ExitCode::bad_config, mistakes.told((folder / "card.toml").string()),
                   "Correct what is named and run again.");
}

CardTemplate parse_template(const fs::path& folder, Mistakes& misplaced) {
  const auto file = folder / "card.toml";
  const std::string bytes = read_file(file, largest_toml);
  Mistakes mistakes;
  CardTemplate design;
  if (const auto root = parse_toml(bytes))
    design = read_template(*root, folder, mistakes);
  else
    mistakes.add(root.error().where, root.error().what);
  if (!mistakes.are_of_place()) refuse(mistakes, folder);
  misplaced = std::move(mistakes);
  return design;
}

CardTemplate parse_template(const fs::path& folder) {
  Mistakes misplaced;
  CardTemplate design = parse_template(folder, misplaced);
  refuse(misplaced, folder);
  return design;
}

}  // namespace pehchan
