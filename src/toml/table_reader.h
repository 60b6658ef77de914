#pragma once
#include <toml++/toml.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "toml/mistakes.h"

namespace pehchan {

/// A text of a list, and where it stands in the file.
struct PlacedText {
  std::string text;
  LineColumn where;
};

/// Where TOML says that something begins.
LineColumn begin_of(const toml::source_region& region);

/// Reads typed values out of one table; what is missing or wrong becomes a mistake and a harmless value stands in.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string name, Mistakes& mistakes)
      : table_(table), name_(std::move(name)), mistakes_(mistakes) {}

  const std::string& name() const { return name_; }
  /// Any other key is a mistake, which names the nearest known one.
  void allow_only(std::initializer_list<std::string_view> keys) const;

  bool has(std::string_view key) const { return table_.contains(key); }
  /// Where the value stands in the file, or the table when it has no such key.
  LineColumn where(std::string_view key) const;
  void mistake(std::string_view key, const std::string& what) const { mistakes_.add(where(key), what); }
  void mistake_at(LineColumn place, const std::string& what) const { mistakes_.add(place, what); }

  /// Without a fallback the key must be there.
  double number(std::string_view key, double least, double most, std::optional<double> fallback = {}) const;
  std::string text(std::string_view key, std::optional<std::string> fallback = {}) const;
  /// One of `words`, by its index; the first when the key is not there.
  std::size_t choice(std::string_view key, std::initializer_list<std::string_view> words) const;
  /// "#RRGGBB"
  Colour colour(std::string_view key, Colour fallback) const;
  /// true or false; false when the key is not there
  bool flag(std::string_view key) const;
  bool is_text(std::string_view key) const { return table_.contains(key) && table_.get(key)->is_string(); }
  /// [width, height], mm
  Size size(std::string_view key) const;
  /// [x, y], mm
  Point point(std::string_view key) const;
  /// [[x, y], …], mm: at least one and at most `most`
  std::vector<Point> points(std::string_view key, std::size_t most) const;
  bool is_list(std::string_view key) const { return table_.contains(key) && table_.get(key)->is_array(); }
  /// ["text", …], at most `most`; empty when it is not there or something else.
  std::vector<PlacedText> texts(std::string_view key, std::size_t most) const;
  /// So many numbers, each from `least` to `most`, as `example` shows; wrong ones are `least`.
  std::vector<double> list(std::string_view key, std::size_t count, double least, double most,
                           const char* example) const;
  /// [x, y, width, height], mm
  Rect box(std::string_view key) const;
  /// Null when it is not there or not a table.
  const toml::table* table(std::string_view key, bool is_required) const;
  /// A list of at most `most` tables; empty when it is not there or something else.
  std::vector<const toml::table*> tables(std::string_view key, std::size_t most) const;

 private:
  std::optional<std::vector<double>> numbers(std::string_view key, std::size_t count, const char* example) const;
  /// What a table within this one begins with: [front.portrait]
  std::string header_of(std::string_view key) const;
  const toml::node* required(std::string_view key) const;

  const toml::table& table_;
  std::string name_;  ///< as its author writes it: [front.portrait]
  Mistakes& mistakes_;
};

}  // namespace pehchan
