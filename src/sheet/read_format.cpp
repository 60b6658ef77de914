#include "sheet/read_format.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>

#include "base/deep_toml.h"
#include "base/file.h"
#include "base/run_error.h"
#include "sheet/impose.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 16> known_keys = {
    "schema", "name",     "paper",       "card",        "columns", "rows",        "first",       "gutter",
    "title",  "title_hi", "inner_bleed", "outer_bleed", "margin",  "mark_length", "mark_offset", "duplex"};

[[noreturn]] void refuse(const fs::path& file, std::uint32_t line, const std::string& what) {
  throw RunError(ExitCode::bad_config, fmt::format("{}:{}: {}", file.string(), line, what),
                 "Correct the sheet format and run the command again.");
}

/// The keys of one format file; a wrong kind or a missing key is told with its line.
class Table {
 public:
  Table(const toml::table& table, const fs::path& file) : table_(table), file_(file) {
    for (const auto& [key, value] : table)
      if (std::find(known_keys.begin(), known_keys.end(), std::string_view(key.str())) == known_keys.end())
        refuse(file, key.source().begin.line, fmt::format("unknown key '{}'", key.str()));
  }
  Mm length(std::string_view key) const {
    const auto value = at(key).value<double>();
    if (!value) refuse(file_, line(key), fmt::format("'{}' must be a length in mm", key));
    return {*value};
  }
  std::array<Mm, 2> pair(std::string_view key) const {
    const auto* array = at(key).as_array();
    if (array && array->size() == 2)
      if (const auto a = array->get(0)->value<double>(), b = array->get(1)->value<double>(); a && b)
        return {Mm{*a}, Mm{*b}};
    refuse(file_, line(key), fmt::format("'{}' must be two lengths in mm", key));
  }
  int count(std::string_view key) const {
    const auto value = at(key).value<std::int64_t>();
    if (!value || *value < 1 || *value > 100) refuse(file_, line(key), fmt::format("'{}' must be 1 to 100", key));
    return static_cast<int>(*value);
  }
  std::string text(std::string_view key) const { return at(key).value_or(std::string()); }
  std::uint32_t line(std::string_view key) const {
    return table_.contains(key) ? table_.get(key)->source().begin.line : 1;
  }

 private:
  const toml::node& at(std::string_view key) const {
    if (const auto* node = table_.get(key)) return *node;
    refuse(file_, 1, fmt::format("the key '{}' is missing", key));
  }
  const toml::table& table_;
  const fs::path& file_;
};

Duplex to_duplex(const Table& table, const fs::path& file) {
  const auto word = table.text("duplex");
  if (word == "none") return Duplex::none;
  if (word == "long-edge") return Duplex::long_edge;
  if (word == "short-edge") return Duplex::short_edge;
  refuse(file, table.line("duplex"), "'duplex' must be \"none\", \"long-edge\" or \"short-edge\"");
}

bool lies_on_a_front(const Slot& back, const ImposedSide& fronts) {
  return std::any_of(fronts.slots.begin(), fronts.slots.end(), [&](const Slot& front) {
    return contains(grown(front.trim, 0.01_mm), back.trim) && contains(grown(back.trim, 0.01_mm), front.trim);
  });
}

void validate(const SheetFormat& f, const Table& table, const fs::path& file) {
  const Rect paper{{}, {}, f.paper.width, f.paper.height};
  const Rect printable = grown(paper, -f.margin);
  if (f.inner_bleed * 2 > f.gutter + 0.000001_mm)
    refuse(file, table.line("inner_bleed"), "'inner_bleed' is more than half of 'gutter': neighbours would overlap");
  if (f.mark_length > 0_mm && f.mark_offset < f.outer_bleed)
    refuse(file, table.line("mark_offset"), "'mark_offset' is less than 'outer_bleed': marks would lie on the cards");
  const auto imposition = impose(f);
  for (const auto* side : {&imposition.front, &imposition.back}) {
    for (const Slot& slot : side->slots)
      if (!contains(printable, grown(slot.trim, slot.bleed)))
        refuse(file, table.line("first"), "a card with its bleed leaves the printable area of the paper");
    for (const MarkLine& mark : side->crop_marks)
      for (const Point& p : {mark.from, mark.to})
        if (!contains(printable, {p.x, p.y, {}, {}}))
          refuse(file, table.line("mark_length"), "a crop mark leaves the printable area of the paper");
  }
  if (f.duplex != Duplex::none)
    for (const Slot& back : imposition.back.slots)
      if (!lies_on_a_front(back, imposition.front))
        refuse(file, table.line("first"),
               "the cards do not lie in the middle of the paper: a back would miss its front");
}

}  // namespace

SheetFormat read_sheet_format(const fs::path& file) {
  const auto bytes = read_file(file, 1 << 20);
  if (const auto deep = deep_in_toml(bytes)) refuse(file, deep->line, too_deep_toml);
  toml::table parsed;
  try {
    parsed = toml::parse(bytes, file.string());
  } catch (const toml::parse_error& error) {
    refuse(file, error.source().begin.line, std::string(error.description()));
  }
  const Table table(parsed, file);
  const auto paper = table.pair("paper"), card = table.pair("card"), first = table.pair("first");
  SheetFormat format{.name = table.text("name"),
                     .paper = {paper[0], paper[1]},
                     .card = {card[0], card[1]},
                     .columns = table.count("columns"),
                     .rows = table.count("rows"),
                     .first = {first[0], first[1]},
                     .gutter = table.length("gutter"),
                     .inner_bleed = table.length("inner_bleed"),
                     .outer_bleed = table.length("outer_bleed"),
                     .margin = table.length("margin"),
                     .mark_length = table.length("mark_length"),
                     .mark_offset = table.length("mark_offset"),
                     .duplex = to_duplex(table, file)};
  validate(format, table, file);
  return format;
}

fs::path sheet_format_file(const std::string& name, const fs::path& data_folder) {
  if (name.find('/') != std::string::npos) return name;
  return data_folder / "templates" / "sheets" / (name + ".toml");
}

}  // namespace pehchan
