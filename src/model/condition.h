#pragma once
#include <optional>
#include <string>

#include "model/field.h"
#include "model/line_column.h"

namespace pehchan {

/// What a template asks of a member: to have the field, or to have exactly this word in it.
struct Condition {
  Field field{};
  std::optional<std::string> equals;  ///< NFC, trimmed, never empty
  LineColumn where = {};
  /// Wherever it is asked.
  bool operator==(const Condition& other) const { return field == other.field && equals == other.equals; }
};

}  // namespace pehchan
