#pragma once
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
  bool empty() const { return found_.empty(); }
  /// "FILE:line:column: what", one a line, in the order of the file.
  std::string told(std::string_view file) const;

 private:
  std::multimap<LineColumn, std::string> found_;
};

}  // namespace pehchan
