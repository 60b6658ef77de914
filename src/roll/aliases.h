#pragma once
#include <optional>
#include <string_view>

#include "model/field.h"

namespace pehchan {

/// The field a heading means: its canonical name, or one of the Hindi and English headings that offices write. Case,
/// blanks, underscores, punctuation and nukta make no difference. `heading` must be UTF-8.
std::optional<Field> field_headed(std::string_view heading);

}  // namespace pehchan
