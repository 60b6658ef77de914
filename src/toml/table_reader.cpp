#include "toml/table_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/nearest.h"
#include "base/small_letters.h"

namespace pehchan {
namespace {

/// No card or position comes near a metre; beyond it is a slip of units.
constexpr double most_mm = 1000;

/// What stands below a [table] is that table's, though it looks like the card's.
bool is_of_the_card(std::string_view key) {
  constexpr std::array<std::string_view, 5> keys = {"schema", "size_mm", "corner_radius_mm", "bleed_mm",
                                                    "safe_margin_mm"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  double parts[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const auto high = hex_digit(text[1 + 2 * i]), low = hex_digit(text[2 + 2 * i]);
    if (!high || !low) return std::nullopt;
    parts[i] = (*high * 16 + *low) / 255.0;
  }
  return Colour{parts[0], parts[1], parts[2]};
}

}  // namespace

LineColumn begin_of(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

void TableReader::allow_only(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : table_) {
    if (std::find(keys.begin(), keys.end(), key.str()) != keys.end()) continue;
    if (is_of_the_card(key.str())) {
      mistakes_.excuse({1, 1}, key.str());
      mistakes_.add(begin_of(key.source()),
                    fmt::format("\"{}\" must stand above the first [table]: here it belongs to {}", key.str(), name_));
      continue;
    }
    const std::string near = nearest(key.str(), {keys.begin(), keys.size()});
    mistakes_.excuse(begin_of(table_.source()), near);
    mistakes_.add(begin_of(key.source()),
                  fmt::format("{} has no key \"{}\"; {}", name_, key.str(),
                              near.empty() ? fmt::format("it may have {}", fmt::join(keys, ", "))
                                           : fmt::format("is it \"{}\"?", near)));
  }
}

LineColumn TableReader::where(std::string_view key) const {
  const toml::node* node = table_.get(key);
  return begin_of(node != nullptr ? node->source() : table_.source());
}

const toml::node* TableReader::required(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr)
    mistakes_.add_missing(begin_of(table_.source()), key, fmt::format("{} needs the key \"{}\"", name_, key));
  return node;
}

double TableReader::number(std::string_view key, double least, double most, std::optional<double> fallback) const {
  if (fallback && !has(key)) return *fallback;
  const toml::node* node = required(key);
  if (node == nullptr) return least;
  const auto value = node->is_number() ? node->value<double>() : std::nullopt;
  if (value && *value >= least && *value <= most) return *value;
  mistake(key, fmt::format("\"{}\" must be a number from {:g} to {:g}", key, least, most));
  return least;
}

std::string TableReader::text(std::string_view key, std::optional<std::string> fallback) const {
  if (fallback && !has(key)) return *fallback;
  const toml::node* node = required(key);
  if (node == nullptr) return {};
  if (node->is_string()) return node->as_string()->get();
  mistake(key, fmt::format("\"{}\" must be a text in quotes", key));
  return {};
}

std::size_t TableReader::choice(std::string_view key, std::initializer_list<std::string_view> words) const {
  if (!has(key)) return 0;
  const std::string word = text(key);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::string near = nearest(small_letters(word), {words.begin(), words.size()});
  mistake(key, fmt::format("\"{}\" must be one of {}{}", key, fmt::join(words, ", "),
                           near.empty() ? "" : fmt::format("; is it \"{}\"?", near)));
  return 0;
}

Colour TableReader::colour(std::string_view key, Colour fallback) const {
  if (!has(key)) return fallback;
  if (const auto colour = parse_colour(text(key))) return *colour;
  const std::string near = "#" + text(key);
  mistake(key, parse_colour(near) ? fmt::format("\"{}\" must begin with \"#\"; is it \"{}\"?", key, near)
                                  : fmt::format("\"{}\" must be a colour such as \"#0F3D4C\"", key));
  return fallback;
}

std::optional<std::vector<double>> TableReader::numbers(std::string_view key, std::size_t count,
                                                        const char* example) const {
  const toml::node* node = required(key);
  if (node == nullptr) return std::nullopt;
  std::vector<double> values;
  if (const toml::array* array = node->as_array()) {
    for (const toml::node& item : *array) {
      const auto value = item.is_number() ? item.value<double>() : std::nullopt;
      if (value && std::abs(*value) <= most_mm) values.push_back(*value);
    }
    if (values.size() == count && array->size() == count) return values;
  }
  const toml::array* array = node->as_array();
  const bool has_commas = array != nullptr && array->size() == 2 * count && values.size() == 2 * count;
  mistake(key, fmt::format("\"{}\" must be {}{}", key, example,
                           has_commas ? ": write a decimal point, not a comma, as in 85.6" : ""));
  return std::nullopt;
}

Size TableReader::size(std::string_view key) const {
  const auto values = numbers(key, 2, "[width, height] in mm");
  if (!values) return {};
  if ((*values)[0] <= 0 || (*values)[1] <= 0) mistake(key, fmt::format("\"{}\" must be larger than nothing", key));
  return {{(*values)[0]}, {(*values)[1]}};
}

Point TableReader::point(std::string_view key) const {
  const auto values = numbers(key, 2, "[x, y] in mm");
  return values ? Point{{(*values)[0]}, {(*values)[1]}} : Point{};
}

std::vector<Point> TableReader::points(std::string_view key, std::size_t most) const {
  std::vector<Point> points;
  const toml::node* node = required(key);
  const toml::array* list = node != nullptr ? node->as_array() : nullptr;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const toml::array* pair = list->get(i)->as_array();
    const auto number = [&](std::size_t at) {
      const toml::node* one = pair != nullptr && pair->size() == 2 ? pair->get(at) : nullptr;
      return one != nullptr && one->is_number() ? one->value<double>() : std::nullopt;
    };
    if (const auto x = number(0), y = number(1); x && y && std::abs(*x) <= most_mm && std::abs(*y) <= most_mm)
      points.push_back({{*x}, {*y}});
  }
  if (node != nullptr && (list == nullptr || points.empty() || points.size() != list->size() || points.size() > most))
    mistake(key, fmt::format("\"{}\" must be [[x, y], …] in mm, {} at most", key, most));
  return points;
}

std::vector<PlacedText> TableReader::texts(std::string_view key, std::size_t most) const {
  std::vector<PlacedText> texts;
  const toml::node* node = required(key);
  const toml::array* list = node != nullptr ? node->as_array() : nullptr;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
    if (const auto* text = list->get(i)->as_string()) texts.push_back({text->get(), begin_of(text->source())});
  if (node == nullptr || (list != nullptr && texts.size() == list->size() && texts.size() <= most)) return texts;
  mistake(key, fmt::format("\"{}\" must be a list of texts in quotes, {} at most", key, most));
  return {};
}

std::vector<double> TableReader::list(std::string_view key, std::size_t count, double least, double most,
                                      const char* example) const {
  const auto values = numbers(key, count, example);
  if (!values) return std::vector<double>(count, least);
  for (const double value : *values)
    if (value < least || value > most) {
      mistake(key, fmt::format("\"{}\" must be numbers from {:g} to {:g}", key, least, most));
      return std::vector<double>(count, least);
    }
  return *values;
}

bool TableReader::flag(std::string_view key) const {
  if (!has(key)) return false;
  if (const auto value = table_.get(key)->value_exact<bool>()) return *value;
  mistake(key, fmt::format("\"{}\" must be true or false", key));
  return false;
}

Rect TableReader::box(std::string_view key) const {
  const auto values = numbers(key, 4, "[x, y, width, height] in mm");
  if (!values) return {};
  if ((*values)[2] <= 0 || (*values)[3] <= 0)
    mistake(key, fmt::format("\"{}\" must have a width and a height larger than 0", key));
  return {{(*values)[0]}, {(*values)[1]}, {(*values)[2]}, {(*values)[3]}};
}

std::string TableReader::header_of(std::string_view key) const {
  return name_.starts_with('[') ? fmt::format("[{}.{}]", name_.substr(1, name_.size() - 2), key)
                                : fmt::format("[{}]", key);
}

const toml::table* TableReader::table(std::string_view key, bool is_required) const {
  const toml::node* node = is_required ? required(key) : table_.get(key);
  if (node == nullptr) return nullptr;
  if (node->is_array_of_tables())
    mistake(key, fmt::format("there is only one: write one bracket on each side, {}", header_of(key)));
  else if (!node->is_table())
    mistake(key, fmt::format("\"{}\" must be a table: {}", key, header_of(key)));
  return node->as_table();
}

std::vector<const toml::table*> TableReader::tables(std::string_view key, std::size_t most) const {
  std::vector<const toml::table*> all;
  const toml::node* node = table_.get(key);
  if (node == nullptr) return all;
  const toml::array* array = node->as_array();
  if (array == nullptr || !array->is_array_of_tables() || array->size() > most) {
    const std::string side = name_.substr(1, name_.size() - 2);
    mistake(key, fmt::format("write each {1} as [[{0}.{1}]], {2} at most", side, key, most));
    return all;
  }
  for (const toml::node& item : *array) all.push_back(item.as_table());
  return all;
}

}  // namespace pehchan
