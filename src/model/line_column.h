#pragma once
#include <compare>

namespace pehchan {

/// Where in a TOML file something is written, both from 1; 0: nowhere.
struct LineColumn {
  unsigned line = 0, column = 0;
  auto operator<=>(const LineColumn&) const = default;
};

}  // namespace pehchan
