#include "card/read_photo_limits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "base/nearest.h"

namespace pehchan {
namespace {

std::string unknown(std::string_view name, const PhotoLimits& limits) {
  std::vector<std::string_view> names;
  for (const PhotoLimit& limit : limits.all) names.push_back(limit.name);
  const std::string near = nearest(name, names);
  return fmt::format(
      "[photo_limits] has no measure \"{}\"; {}", name,
      near.empty() ? fmt::format("it may have {}", fmt::join(names, ", ")) : fmt::format("is it \"{}\"?", near));
}

void read_limit(const TableReader& in, PhotoLimit& limit) {
  constexpr double most = 100'000;  // beyond every measure
  in.allow_only({"warn", "hold"});
  if (in.has("warn")) limit.warn = in.number("warn", -most, most);
  if (in.has("hold")) limit.hold = in.number("hold", -most, most);
  if (!limit.is_in_order())
    in.mistake("hold", fmt::format("\"hold\" must be {} than \"warn\"", limit.is_least ? "less" : "more"));
}

}  // namespace

void read_photo_limits(const TableReader& root, PhotoLimits& limits, Mistakes& mistakes) {
  const toml::table* table = root.table("photo_limits", false);
  if (table == nullptr) return;
  const TableReader in(*table, "[photo_limits]", mistakes);
  for (const auto& [key, node] : *table) {
    PhotoLimit* limit = limits.named(key.str());
    if (limit == nullptr) {
      in.mistake(key.str(), unknown(key.str(), limits));
    } else if (const toml::table* one = in.table(key.str(), true)) {
      read_limit(TableReader(*one, fmt::format("[photo_limits.{}]", key.str()), mistakes), *limit);
    }
  }
}

}  // namespace pehchan
