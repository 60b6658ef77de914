#include "calibration/parse_profile.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <utility>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr double largest_paper = 1000;

[[noreturn]] void refuse(const std::string& mistakes) {
  throw RunError(ExitCode::bad_config, mistakes,
                 "Put the file right, or measure the printer again with 'pehchan calibrate'.");
}

/// Reads one file, all mistakes of which are told at once; a harmless value stands in for what is wrong.
class ProfileReader {
 public:
  ProfileReader(const toml::table& file, std::string name) : file_(file), name_(std::move(name)) {}

  PrinterProfile read() {
    allow_only(file_, {"schema", "paper", "duplex", "front", "back"});
    if (file_["schema"].value<std::int64_t>() != 1) mistake(file_, "schema", "'schema' must be 1");
    PrinterProfile profile;
    const auto paper = pair(file_, "paper", {1, largest_paper});
    profile.paper = {{paper[0]}, {paper[1]}};
    profile.duplex = duplex();
    profile.front = side("front");
    profile.back = side("back");
    if (!mistakes_.empty()) refuse(told());
    return profile;
  }

 private:
  struct Limits {
    double least, most;
  };

  void mistake(const toml::table& table, std::string_view key, const std::string& what) {
    const auto& place = table.contains(key) ? table.get(key)->source().begin : table.source().begin;
    mistakes_.emplace(std::pair(place.line, place.column), what);
  }

  void allow_only(const toml::table& table, std::initializer_list<std::string_view> keys) {
    for (const auto& [key, value] : table)
      if (std::ranges::find(keys, std::string_view(key.str())) == keys.end())
        mistakes_.emplace(std::pair(key.source().begin.line, key.source().begin.column),
                          fmt::format("unknown key '{}'", key.str()));
  }

  std::array<double, 2> pair(const toml::table& table, std::string_view key, Limits limits) {
    const auto* array = table[key].as_array();
    const auto value = [&](std::size_t i) {
      return array && i < array->size() ? array->get(i)->value<double>() : std::nullopt;
    };
    const auto a = value(0), b = value(1);
    const auto is_in = [&](double number) { return number >= limits.least && number <= limits.most; };
    if (a && b && array->size() == 2 && is_in(*a) && is_in(*b)) return {*a, *b};
    mistake(table, key, fmt::format("'{}' must be two numbers from {:g} to {:g}", key, limits.least, limits.most));
    return {limits.most, limits.most};
  }

  Duplex duplex() {
    const auto word = file_["duplex"].value_or(std::string());
    if (word == "none") return Duplex::none;
    if (word == "short-edge") return Duplex::short_edge;
    if (word != "long-edge") mistake(file_, "duplex", R"('duplex' must be "none", "long-edge" or "short-edge")");
    return Duplex::long_edge;
  }

  Misalignment side(std::string_view name) {
    const toml::table* table = file_[name].as_table();
    if (!table) {
      mistake(file_, name, fmt::format("[{}] is missing", name));
      return {};
    }
    allow_only(*table, {"offset", "scale", "skew"});
    const auto about = [&](std::string_view key, double middle, double most) {
      return pair(*table, key, {middle - most, middle + most});
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

  std::string told() const {
    std::string text;
    for (const auto& [place, what] : mistakes_)
      text += fmt::format("{}{}:{}:{}: {}", text.empty() ? "" : "\n", name_, place.first, place.second, what);
    return text;
  }

  const toml::table& file_;
  std::string name_;
  std::multimap<std::pair<std::uint32_t, std::uint32_t>, std::string> mistakes_;
};

}  // namespace

PrinterProfile parse_profile(std::string_view text, const std::string& file) {
  toml::table parsed;
  try {
    parsed = toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    const auto& place = error.source().begin;
    refuse(fmt::format("{}:{}:{}: {}", file, place.line, place.column, error.description()));
  }
  return ProfileReader(parsed, file).read();
}

}  // namespace pehchan
