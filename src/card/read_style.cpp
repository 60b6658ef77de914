#include "card/read_style.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "base/nearest.h"

namespace pehchan {
namespace {

TextStyle read_style(const TableReader& in) {
  in.allow_only({"family", "weight", "size_pt", "floor_pt", "line_height", "lines", "align", "vertical", "colour"});
  TextStyle style;
  style.where = in.where(in.has("family") ? "family" : "weight");
  style.font.family = in.text("family", "Noto Sans");
  constexpr int weights[] = {font_weight::regular, font_weight::medium, font_weight::semibold, font_weight::bold};
  style.font.weight = weights[in.choice("weight", {"regular", "medium", "semibold", "bold"})];
  style.font.size_pt = in.number("size_pt", 3, 200);
  style.floor_pt = in.number("floor_pt", 3, 200, style.font.size_pt);
  if (style.floor_pt > style.font.size_pt) in.mistake("floor_pt", "\"floor_pt\" must not be larger than \"size_pt\"");
  style.line_height = in.number("line_height", 0.8, 3, style.line_height);
  const double lines = in.number("lines", 1, 10, 1);
  if (lines != std::floor(lines)) in.mistake("lines", "\"lines\" must be a whole number");
  style.lines = static_cast<int>(lines);
  style.align = read_align(in, style.align);
  style.vertical = read_vertical(in, style.vertical);
  style.colour = in.colour("colour", {});
  return style;
}

}  // namespace

Styles read_styles(const TableReader& root, Mistakes& mistakes) {
  Styles styles;
  const toml::table* all = root.table("styles", false);
  if (all == nullptr) return styles;
  const TableReader in(*all, "[styles]", mistakes);
  for (const auto& [key, node] : *all) {
    const std::string name(key.str());
    const toml::table* table = in.table(name, true);
    styles[name] = table == nullptr ? TextStyle{}  // told; its name is known none the less
                                    : read_style(TableReader(*table, fmt::format("[styles.{}]", name), mistakes));
  }
  return styles;
}

TextStyle style_of(const TableReader& element, const Styles& styles) {
  const std::string name = element.text("style");
  const auto found = styles.find(name);
  if (found == styles.end()) {
    if (name.empty()) {
      if (element.is_text("style")) element.mistake("style", "\"style\" must be the NAME of a [styles.NAME]");
      return {};
    }
    std::vector<std::string_view> names;
    for (const auto& [known, style] : styles) names.push_back(known);
    const std::string near = nearest(name, names);
    element.mistake("style", near.empty() ? fmt::format("there is no style \"{0}\": add [styles.{0}]", name)
                                          : fmt::format("there is no style \"{}\"; is it \"{}\"?", name, near));
    return {};
  }
  TextStyle style = found->second;
  style.align = read_align(element, style.align);
  style.vertical = read_vertical(element, style.vertical);
  style.colour = element.colour("colour", style.colour);
  return style;
}

Align read_align(const TableReader& in, Align fallback) {
  constexpr Align aligns[] = {Align::left, Align::centre, Align::right};
  return in.has("align") ? aligns[in.choice("align", {"left", "centre", "right"})] : fallback;
}

VerticalAlign read_vertical(const TableReader& in, VerticalAlign fallback) {
  constexpr VerticalAlign verticals[] = {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom};
  return in.has("vertical") ? verticals[in.choice("vertical", {"top", "middle", "bottom"})] : fallback;
}

}  // namespace pehchan
