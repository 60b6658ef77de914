#pragma once
#include <filesystem>

#include "roll/roll_source.h"
#include "roll/survey_roll.h"

namespace pehchan {

/// Checks a roll without issuing anything: writes the withheld rows and roll-check.json (counts, rows, fields and
/// codes; no personal data) into `out`. Memory stays flat at any length of the roll, workbooks aside. Throws RunError
/// as read_roll, and usage when the roll is the very file of withheld rows that it would replace.
RollSurvey check_roll(const RollSource& source, const std::filesystem::path& out);

}  // namespace pehchan
