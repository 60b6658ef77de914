#pragma once
#include <optional>
#include <string>

#include "model/field.h"

namespace pehchan {

/// What a template asks of a member: to have the field, or to have exactly this word in it.
struct Condition {
  Field field{};
  std::optional<std::string> equals;  ///< NFC, trimmed, never empty
  bool operator==(const Condition&) const = default;
};

}  // namespace pehchan
