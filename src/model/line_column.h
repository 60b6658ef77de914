#pragma once
#include <compare>

namespace pehchan {

/// Where in card.toml something is written, both from 1; 0: nowhere.
struct LineColumn {
  unsigned line = 0, column = 0;
  auto operator<=>(const LineColumn&) const = default;
};

}  // namespace pehchan
