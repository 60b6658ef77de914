#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "model/card_template.h"

namespace pehchan {

/// What is wrong with a template: collected, so that its author mends everything in one go.
class Mistakes {
 public:
  /// `where`: in card.toml.
  void add(LineColumn where, const std::string& what);
  /// The same of a box that lies wrong: the card can be drawn none the less, for its author to see.
  void add_misplaced(LineColumn where, const std::string& what);
  bool empty() const { return found_.empty(); }
  /// Whether there is no other mistake than these.
  bool are_of_place() const { return misplaced_ == found_.size(); }
  /// "FILE:line:column: what", one a line, in the order of the file.
  std::string told(std::string_view file) const;

 private:
  std::multimap<LineColumn, std::string> found_;
  std::size_t misplaced_ = 0;  ///< of those found
};

}  // namespace pehchan
