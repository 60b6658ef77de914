#pragma once
#include <filesystem>

#include "model/card_template.h"
#include "roll/roll_source.h"

namespace pehchan {

/// Holds a template against a roll: each field that a text or a barcode shows must be a column of it, unless the
/// element is drawn only `when` the member has that field; and so must each field of which a condition asks for a word.
/// Throws one RunError (bad_config) that lists those that are
/// not with file, line and column; as read_roll when the roll cannot be read.
void check_columns(const CardTemplate& design, const std::filesystem::path& folder, const RollSource& roll);

}  // namespace pehchan
