#include "sheet/glabels.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/run_error.h"
#include "sheet/check_format.h"
#include "sheet/glabels_catalogue.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr Mm most_bleed{2}, usual_margin{4.2};

/// Half of what is between two neighbours, never below nothing.
Mm half_of(Mm gap) { return std::max(gap / 2, 0_mm); }

void lay_grid(const GlabelsGrid& grid, SheetFormat& format) {
  format.columns = grid.columns;
  format.rows = grid.rows;
  format.first = grid.first;
  const Mm across = grid.columns > 1 ? grid.step.width - format.card.width : grid.step.height - format.card.height;
  const Mm down = grid.rows > 1 ? grid.step.height - format.card.height : across;
  format.gutter = {std::max(across, 0_mm), std::max(down, 0_mm)};
  const Mm least = std::min(format.gutter.width, format.gutter.height);
  format.inner_bleed = grid.columns * grid.rows > 1 ? std::min(most_bleed, half_of(least)) : 0_mm;
}

void lay_places(const std::vector<GlabelsGrid>& grids, SheetFormat& format) {
  for (const GlabelsGrid& grid : grids)
    for (int row = 0; row < grid.rows; ++row)
      for (int column = 0; column < grid.columns; ++column)
        format.places.push_back({grid.first.x + column * grid.step.width, grid.first.y + row * grid.step.height});
}

/// A printer's margin as far as the cards leave one.
void set_margins(SheetFormat& format) {
  Mm right = format.first.x + format.columns * (format.card.width + format.gutter.width) - format.gutter.width;
  Mm bottom = format.first.y + format.rows * (format.card.height + format.gutter.height) - format.gutter.height;
  Mm left = format.first.x, top = format.first.y;
  if (!format.places.empty()) left = format.paper.width, top = format.paper.height, right = bottom = 0_mm;
  for (const Point& place : format.places) {
    left = std::min(left, place.x), top = std::min(top, place.y);
    right = std::max(right, place.x + format.card.width), bottom = std::max(bottom, place.y + format.card.height);
  }
  const Mm least = std::min({left, top, format.paper.width - right, format.paper.height - bottom});
  const Mm margin = std::clamp(least, 0_mm, usual_margin);
  format.margin = {margin, margin, margin, margin};
  format.outer_bleed = format.places.empty() ? std::clamp(least - margin, 0_mm, most_bleed) : 0_mm;
}

SheetFormat format_of(const GlabelsSheet& sheet) {
  SheetFormat format{.name = "glabels:" + sheet.name,
                     .title = {sheet.description, sheet.description},
                     .paper = sheet.paper,
                     .card = sheet.card,
                     .first = {},
                     .gutter = {},
                     .inner_bleed = {},
                     .outer_bleed = {},
                     .margin = {},
                     .mark_length = {},
                     .mark_offset = {}};
  if (sheet.grids.size() == 1)
    lay_grid(sheet.grids.front(), format);
  else
    lay_places(sheet.grids, format);
  set_margins(format);
  return format;
}

}  // namespace

SheetFormat read_glabels_format(const std::string& name, const fs::path& folder) {
  if (!fs::is_directory(folder))
    throw RunError(ExitCode::missing_input, fmt::format("glabels:{}: there is no {}", name, folder.string()),
                   "Install Debian's package glabels-data, or choose one of the formats that 'pehchan sheets' lists.");
  const auto sheets = read_glabels_catalogue(folder);
  const auto found = std::ranges::find_if(sheets, [&](const GlabelsSheet& one) { return is_called(one, name); });
  if (found == sheets.end())
    throw RunError(ExitCode::missing_input, fmt::format("glabels-data has no sheet of rectangles called '{}'", name),
                   "'pehchan sheets --glabels' lists those for cards; names are BRAND-PART, such as Avery-5371.");
  SheetFormat format = format_of(*found);
  std::string told;
  for (const FormatFault& fault : faults_of(format))
    told += fmt::format("{}{}: {}", told.empty() ? "" : "\n", format.name, fault.what);
  if (!told.empty())
    throw RunError(ExitCode::bad_config, told, "Cards cannot be printed on both sides of it: choose another --sheet.");
  return format;
}

std::vector<SheetFormat> glabels_formats(const fs::path& folder) {
  std::vector<SheetFormat> formats;
  for (const GlabelsSheet& sheet : read_glabels_catalogue(folder))
    if (sheet.is_for_cards)
      if (SheetFormat format = format_of(sheet); faults_of(format).empty()) formats.push_back(std::move(format));
  std::ranges::sort(formats, {}, &SheetFormat::name);
  return formats;
}

}  // namespace pehchan
