#include "toml/mistakes.h"

#include <fmt/format.h>

namespace pehchan {

void Mistakes::add(LineColumn where, const std::string& what) { found_.emplace(where, Mistake{what, {}}); }

void Mistakes::add_misplaced(LineColumn where, const std::string& what) {
  add(where, what);
  ++misplaced_;
}

void Mistakes::add_missing(LineColumn table, std::string_view key, const std::string& what) {
  found_.emplace(table, Mistake{what, std::string(key)});
}

std::string Mistakes::told(std::string_view file) const {
  std::string told;
  for (const auto& [place, mistake] : found_) {
    if (!mistake.missing.empty() && excused_.contains({place, mistake.missing})) continue;
    told += fmt::format("{}{}:{}:{}: {}", told.empty() ? "" : "\n", file, place.line, place.column, mistake.what);
  }
  return told;
}

}  // namespace pehchan
