#pragma once
#include <toml++/toml.h>

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/colour.h"
#include "base/geometry.h"

namespace pehchan {

/// What is wrong with one TOML file: collected, so that its author mends everything in one go.
class Mistakes {
 public:
  void add(const toml::source_region& where, const std::string& what);
  bool empty() const { return found_.empty(); }
  /// "FILE:line:column: what", one a line, in the order of the file.
  std::string told(std::string_view file) const;

 private:
  std::multimap<std::pair<unsigned, unsigned>, std::string> found_;
};

/// Reads typed values out of one table; what is missing or wrong becomes a mistake and a harmless value stands in.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string name, Mistakes& mistakes)
      : table_(table), name_(std::move(name)), mistakes_(mistakes) {}

  /// Any other key is a mistake, which names the nearest known one.
  void allow_only(std::initializer_list<std::string_view> keys) const;

  bool has(std::string_view key) const { return table_.contains(key); }
  /// The value's place in the file, or the table's when it has no such key.
  const toml::source_region& where(std::string_view key) const;
  void mistake(std::string_view key, const std::string& what) const { mistakes_.add(where(key), what); }

  /// Without a fallback the key must be there.
  double number(std::string_view key, double least, double most, std::optional<double> fallback = {}) const;
  std::string text(std::string_view key, std::optional<std::string> fallback = {}) const;
  bool flag(std::string_view key, bool fallback) const;
  /// One of `words`, by its index; the first when the key is not there.
  std::size_t choice(std::string_view key, std::initializer_list<std::string_view> words) const;
  /// "#RRGGBB"
  Colour colour(std::string_view key, Colour fallback) const;
  /// [width, height], mm
  Size size(std::string_view key) const;
  /// [x, y, width, height], mm
  Rect box(std::string_view key) const;
  /// Null when it is not there or not a table.
  const toml::table* table(std::string_view key, bool is_required) const;

 private:
  std::optional<std::vector<double>> numbers(std::string_view key, std::size_t count, const char* example) const;
  const toml::node* required(std::string_view key) const;

  const toml::table& table_;
  std::string name_;  ///< as the author writes it: [front.portrait]
  Mistakes& mistakes_;
};

}  // namespace pehchan
