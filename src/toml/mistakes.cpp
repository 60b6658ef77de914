#include "toml/mistakes.h"

#include <fmt/format.h>

namespace pehchan {

void Mistakes::add(LineColumn where, const std::string& what) { found_.emplace(where, what); }

void Mistakes::add_misplaced(LineColumn where, const std::string& what) {
  add(where, what);
  ++misplaced_;
}

std::string Mistakes::told(std::string_view file) const {
  std::string told;
  for (const auto& [place, what] : found_)
    told += fmt::format("{}{}:{}:{}: {}", told.empty() ? "" : "\n", file, place.line, place.column, what);
  return told;
}

}  // namespace pehchan
