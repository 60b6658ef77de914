#include "sheet/read_format.h"

#include <fmt/format.h>

#include "base/file.h"
#include "base/run_error.h"
#include "sheet/check_format.h"
#include "toml/mistakes.h"
#include "toml/parse_toml.h"
#include "toml/table_reader.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_format = 64 * 1024;
constexpr double schema_version = 1;
/// More cards than any paper holds; no margin or mark is longer than a hand.
constexpr double most_columns = 100, most_margin = 200;
constexpr std::size_t most_places = 100;

int read_count(const TableReader& in, std::string_view key) {
  const double count = in.number(key, 1, most_columns);
  if (count != static_cast<int>(count)) in.mistake(key, fmt::format("\"{}\" must be a whole number", key));
  return static_cast<int>(count);
}

/// One length for all, or a list.
std::vector<double> read_lengths(const TableReader& in, std::string_view key, std::size_t count, const char* example) {
  if (!in.is_list(key)) return std::vector<double>(count, in.number(key, 0, most_margin));
  return in.list(key, count, 0, most_margin, example);
}

void read_grid(const TableReader& in, SheetFormat& format) {
  format.columns = read_count(in, "columns");
  format.rows = read_count(in, "rows");
  format.first = in.point("first");
  const auto gutter = read_lengths(in, "gutter", 2, "one length, or [across, down], in mm");
  format.gutter = {{gutter[0]}, {gutter[1]}};
  format.inner_bleed = {in.number("inner_bleed", 0, most_margin)};
}

void read_places(const TableReader& in, SheetFormat& format) {
  for (const char* key : {"columns", "rows", "first", "gutter", "inner_bleed"})
    if (in.has(key))
      in.mistake(key, fmt::format("\"{}\" belongs to a grid of cards; these lie in \"places\" of their own", key));
  format.places = in.points("places", most_places);
}

Sides read_sides(const TableReader& in) {
  constexpr Sides sides[] = {Sides::duplex, Sides::separate, Sides::both_up, Sides::in_place};
  // Formats of the time before there was this key: nothing was turned over.
  if (!in.has("sides") && in.is_text("duplex") && in.text("duplex") == "none") return Sides::in_place;
  return sides[in.choice("sides", {"duplex", "separate", "both-up", "in-place"})];
}

Duplex read_duplex(const TableReader& in, Sides sides) {
  if (!in.has("duplex")) {
    if (sides == Sides::duplex || sides == Sides::separate) in.text("duplex");
    return Duplex::none;
  }
  constexpr Duplex edges[] = {Duplex::none, Duplex::long_edge, Duplex::short_edge};
  return edges[in.choice("duplex", {"none", "long-edge", "short-edge"})];
}

SheetFormat read_format(const toml::table& root, Mistakes& mistakes) {
  const TableReader in(root, "the sheet format", mistakes);
  in.allow_only({"schema",      "name",         "title",       "title_hi",   "unverified",  "unverified_hi",
                 "paper",       "card",         "columns",     "rows",       "first",       "gutter",
                 "places",      "inner_bleed",  "outer_bleed", "margin",     "mark_length", "mark_offset",
                 "inner_marks", "registration", "colour_bar",  "sheet_code", "sides",       "duplex"});
  if (in.has("schema") && in.number("schema", 1, 1000) != schema_version)
    in.mistake("schema", fmt::format("this program reads schema {:g}", schema_version));
  SheetFormat format{.name = in.text("name"),
                     .title = {in.text("title_hi", ""), in.text("title", "")},
                     .unverified = {in.text("unverified_hi", ""), in.text("unverified", "")},
                     .paper = in.size("paper"),
                     .card = in.size("card"),
                     .first = {},
                     .gutter = {},
                     .inner_bleed = {},
                     .outer_bleed = {in.number("outer_bleed", 0, most_margin)},
                     .margin = {},
                     .mark_length = {in.number("mark_length", 0, most_margin, 0)},
                     .mark_offset = {in.number("mark_offset", 0, most_margin, 0)},
                     .has_inner_marks = in.flag("inner_marks"),
                     .has_registration = in.flag("registration"),
                     .has_colour_bar = in.flag("colour_bar"),
                     .has_sheet_code = in.flag("sheet_code"),
                     .sides = read_sides(in)};
  if (in.has("places"))
    read_places(in, format);
  else
    read_grid(in, format);
  const auto margin = read_lengths(in, "margin", 4, "one length, or [left, top, right, bottom], in mm");
  format.margin = {{margin[0]}, {margin[1]}, {margin[2]}, {margin[3]}};
  format.duplex = read_duplex(in, format.sides);
  if (mistakes.empty())
    for (const FormatFault& fault : faults_of(format)) in.mistake(fault.key, fault.what);
  return format;
}

}  // namespace

SheetFormat parse_sheet_format(const std::string& toml, const fs::path& file) {
  Mistakes mistakes;
  SheetFormat format;
  if (const auto root = parse_toml(toml))
    format = read_format(*root, mistakes);
  else
    mistakes.add(root.error().where, root.error().what);
  if (!mistakes.empty())
    throw RunError(ExitCode::bad_config, mistakes.told(file.string()),
                   "Correct the sheet format and run the command again; docs/sheets.md has every key.");
  return format;
}

SheetFormat read_sheet_format(const fs::path& file) {
  return parse_sheet_format(read_file(file, largest_format), file);
}

}  // namespace pehchan
