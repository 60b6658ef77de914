#pragma once
#include <filesystem>

#include "model/card_template.h"
#include "toml/mistakes.h"

namespace pehchan {

/// Reads FOLDER/card.toml (see docs/templates.md for the format) and the artwork and pictures it names. Throws one
/// RunError (bad_config) that lists every mistake with file, line and column and what would be right; missing_input
/// when there is no card.toml. Literal texts are not measured here: literal_drawing does that.
CardTemplate parse_template(const std::filesystem::path& folder);

/// The same, but for a template that is wrong in nothing but places of boxes: these are in `misplaced`, for its author
/// to see what they tell.
CardTemplate parse_template(const std::filesystem::path& folder, Mistakes& misplaced);

/// Throws that RunError for mistakes found later, if there are any.
void refuse(const Mistakes& mistakes, const std::filesystem::path& folder);

}  // namespace pehchan
