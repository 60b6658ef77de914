#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "model/line_column.h"

namespace pehchan {

/// What is wrong with a TOML file: collected, so that its author mends everything in one go.
class Mistakes {
 public:
  /// `where`: in the file.
  void add(LineColumn where, const std::string& what);
  /// The same of a box that lies wrong: the card can be drawn none the less, for its author to see.
  void add_misplaced(LineColumn where, const std::string& what);
  bool empty() const { return found_.empty(); }
  std::size_t count() const { return found_.size(); }
  /// Whether there is no other mistake than these.
  bool are_of_place() const { return misplaced_ == found_.size(); }
  /// "FILE:line:column: what", one a line, in the order of the file.
  std::string told(std::string_view file) const;

 private:
  std::multimap<LineColumn, std::string> found_;
  std::size_t misplaced_ = 0;  ///< of those found
};

}  // namespace pehchan
