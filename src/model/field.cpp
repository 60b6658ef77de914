#include "model/field.h"

#include <algorithm>

namespace pehchan {

std::optional<Field> field_named(std::string_view name) {
  const auto found = std::find(field_names.begin(), field_names.end(), name);
  if (found == field_names.end()) return std::nullopt;
  return static_cast<Field>(found - field_names.begin());
}

}  // namespace pehchan
