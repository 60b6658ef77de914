#include "sheet/typed_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <regex>
#include <vector>

#include "base/run_error.h"
#include "sheet/check_format.h"

namespace pehchan {
namespace {

constexpr std::size_t longest = 200;
constexpr Mm inch{25.4};
constexpr Mm mark_from_bleed{0.3}, longest_mark{3}, shortest_mark{1};

[[noreturn]] void refuse(const std::string& text, const std::string& why) {
  throw RunError(ExitCode::usage, fmt::format("the sheet '{}': {}", text, why),
                 "Write it as COLUMNSxROWS@WIDTHxHEIGHT in mm, such as 3x7@297x420 or 2x5@210x297,gutter=3,bleed=1.5.");
}

std::optional<double> to_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 2000)) return std::nullopt;
  return value;
}

/// With an x for each ×, as people type and copy it.
std::string plain(std::string text) {
  for (const std::string_view times : {"×", "X"})
    for (auto at = text.find(times); at != std::string::npos; at = text.find(times))
      text.replace(at, times.size(), "x");
  return text;
}

std::optional<Size> to_size(const std::string& text) {
  const auto x = text.find('x');
  if (x == std::string::npos) return std::nullopt;
  const auto width = to_number(text.substr(0, x)), height = to_number(text.substr(x + 1));
  if (!width || !height || *width <= 0 || *height <= 0) return std::nullopt;
  return Size{{*width}, {*height}};
}

using Settings = std::map<std::string, std::string>;

Settings settings_in(const std::string& text, std::string_view list) {
  static const std::string known[] = {"gutter", "bleed", "margin", "marks", "card", "sides", "duplex"};
  Settings settings;
  while (!list.empty()) {
    const std::string one(list.substr(0, list.find(',')));
    list.remove_prefix(std::min(list.size(), one.size() + 1));
    const auto equals = one.find('=');
    const std::string key = one.substr(0, equals);
    if (equals == std::string::npos || std::ranges::find(known, key) == std::end(known))
      refuse(text, fmt::format("'{}' is none of gutter=, bleed=, margin=, marks=, card=, sides=, duplex=", one));
    if (!settings.emplace(key, one.substr(equals + 1)).second) refuse(text, fmt::format("{}= is there twice", key));
  }
  return settings;
}

Mm length_in(const std::string& text, const Settings& settings, const char* key, Mm fallback) {
  const auto found = settings.find(key);
  if (found == settings.end()) return fallback;
  const auto value = to_number(found->second);
  if (!value) refuse(text, fmt::format("{}={} is no length in mm", key, found->second));
  return {*value};
}

template <class T>
T word_in(const std::string& text, const Settings& settings, const char* key,
          const std::vector<std::pair<std::string_view, T>>& words) {
  const auto found = settings.find(key);
  if (found == settings.end()) return words.front().second;
  for (const auto& [word, value] : words)
    if (found->second == word) return value;
  refuse(text, fmt::format("{}={} is not one of those that docs/sheets.md lists", key, found->second));
}

/// Marks as long as the narrowest margin leaves room for; none where that is next to nothing.
void set_marks(const std::string& text, const Settings& settings, SheetFormat& format) {
  format.mark_offset = format.outer_bleed + mark_from_bleed;
  const Mm room =
      std::min(format.first.x - format.margin.left, format.first.y - format.margin.top) - format.mark_offset;
  const Mm length = std::min(longest_mark, room);
  format.mark_length = length_in(text, settings, "marks", length < shortest_mark ? 0_mm : length);
}

void refuse_faults(const std::string& text, const SheetFormat& format) {
  std::string told;
  for (const FormatFault& fault : faults_of(format))
    told += fmt::format("{}{}: {}", told.empty() ? "" : "\n", text, fault.what);
  if (!told.empty())
    throw RunError(ExitCode::bad_config, told,
                   "Give fewer cards, a larger paper or less of gutter=, bleed= and margin=.");
}

}  // namespace

bool is_typed_format(std::string_view text) { return text.find('@') != std::string_view::npos; }

SheetFormat read_typed_format(const std::string& typed) {
  if (typed.size() > longest) refuse(typed.substr(0, longest) + "…", "it is too long");
  const std::string text = plain(typed);
  static const std::regex shape(R"((\d{1,3})x(\d{1,3})@([0-9.]+x[0-9.]+)(mm|in)?(?:,(.*))?)");
  std::smatch part;
  if (!std::regex_match(text, part, shape)) refuse(text, "it cannot be read");
  const auto columns = to_number(part[1].str()), rows = to_number(part[2].str());
  const auto paper = to_size(part[3]);
  if (!paper || *columns < 1 || *columns > 100 || *rows < 1 || *rows > 100)
    refuse(text, "columns and rows must be from 1 to 100, and the paper larger than nothing");
  const Settings settings = settings_in(text, part[5].str());
  const double unit = part[4] == "in" ? inch.value : 1;
  const auto to_mm = [&](Mm typed_length) { return Mm{std::round(typed_length.value * unit * 10000) / 10000}; };
  SheetFormat format{.name = text,
                     .paper = {to_mm(paper->width), to_mm(paper->height)},
                     .card = {85.6_mm, 53.98_mm},
                     .columns = static_cast<int>(*columns),
                     .rows = static_cast<int>(*rows),
                     .first = {},
                     .gutter = {},
                     .inner_bleed = {},
                     .outer_bleed = length_in(text, settings, "bleed", 2_mm),
                     .margin = {},
                     .mark_length = {},
                     .mark_offset = {}};
  if (const auto card = settings.find("card"); card != settings.end()) {
    const auto size = to_size(card->second);
    if (!size) refuse(text, fmt::format("card={} is not WIDTHxHEIGHT in mm", card->second));
    format.card = *size;
  }
  format.sides = word_in<Sides>(text, settings, "sides",
                                {{"duplex", Sides::duplex},
                                 {"separate", Sides::separate},
                                 {"both-up", Sides::both_up},
                                 {"in-place", Sides::in_place}});
  format.duplex =
      word_in<Duplex>(text, settings, "duplex", {{"long-edge", Duplex::long_edge}, {"short-edge", Duplex::short_edge}});
  if (format.sides == Sides::both_up || format.sides == Sides::in_place) format.duplex = Duplex::none;
  const Mm gutter = length_in(text, settings, "gutter", 2_mm), margin = length_in(text, settings, "margin", 4.2_mm);
  format.gutter = {gutter, gutter};
  format.inner_bleed = std::min(format.outer_bleed, gutter / 2);
  format.margin = {margin, margin, margin, margin};
  format.first = {(format.paper.width - format.columns * (format.card.width + gutter) + gutter) / 2,
                  (format.paper.height - format.rows * (format.card.height + gutter) + gutter) / 2};
  set_marks(text, settings, format);
  refuse_faults(text, format);
  return format;
}

}  // namespace pehchan
