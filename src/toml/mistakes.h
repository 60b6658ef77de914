#pragma once
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "model/line_column.h"

namespace pehchan {

/// What is wrong with a TOML file: collected, so that its author mends everything in one go.
class Mistakes {
 public:
  /// `where`: in the file.
  void add(LineColumn where, const std::string& what);
  /// The same of a box that lies wrong: the card can be drawn none the less, for its author to see.
  void add_misplaced(LineColumn where, const std::string& what);
  /// That the table which begins at `table` has no such key.
  void add_missing(LineColumn table, std::string_view key, const std::string& what);
  /// That it has the key after all, in another place or mistyped, and is told so: no need to miss it, too.
  void excuse(LineColumn table, std::string_view key) { excused_.emplace(table, key); }
  bool empty() const { return found_.empty(); }
  std::size_t count() const { return found_.size(); }
  /// Whether there is no other mistake than these.
  bool are_of_place() const { return misplaced_ == found_.size(); }
  /// "FILE:line:column: what", one a line, in the order of the file.
  std::string told(std::string_view file) const;

 private:
  struct Mistake {
    std::string what;
    std::string missing;  ///< key, if it is that
  };
  std::multimap<LineColumn, Mistake> found_;
  std::set<std::pair<LineColumn, std::string>> excused_;
  std::size_t misplaced_ = 0;  ///< of those found
};

}  // namespace pehchan
