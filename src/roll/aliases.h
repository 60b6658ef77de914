#pragma once
#include <optional>
#include <string_view>

#include "model/field.h"

namespace pehchan {

/// The field a heading means: its canonical name, or one of the Hindi and English headings that offices write. Case,
/// blanks, underscores, punctuation and nukta make no difference. A heading in two languages, parted by a stroke, a
/// line break or brackets, is known when all of its parts mean the same: "सदस्य संख्या / Member number". Must be UTF-8.
std::optional<Field> field_headed(std::string_view heading);

}  // namespace pehchan
