#pragma once
#include <nlohmann/json_fwd.hpp>

#include "photo/assessment.h"

namespace pehchan {

/// One object of photos.json: file, sha256, outcome, eyes {right, left}, face [x, y, w, h], roll_deg, crop {cx, cy,
/// width, height, roll_deg}, grade, problems [{code, value, limit, grade, reason_hi, reason_en}], ms {decode, find,
/// judge, crop}; besides width and height of the upright photo, quarter_turns and decided_by. What is not known is
/// null. Px to hundredths, so that a photo told again is told the same.
nlohmann::ordered_json json_of(const Assessment& photo);

/// The photo that such an object tells of. Throws nlohmann::json::exception when it is not one.
Assessment assessment_of(const nlohmann::ordered_json& json);

}  // namespace pehchan
