#pragma once
#include <filesystem>
#include <istream>
#include <string>

#include "model/photo_override.h"

namespace pehchan {

/// Reads photo_overrides.csv, as the review page saves it and people may write it (CSV, XLSX or ODS): a header, and a
/// row a photo with
///
///     file            as the roll names the photo; needed, once; "./=1.jpg" is "=1.jpg" (and so with + - @), which a
///                     spreadsheet would take for a formula; blanks around it may belong to it, or not
///     sha256          of the photo that was looked at, 64 hex digits; needed
///     decision        accept or reject; needed
///     rotate          0, 90, 180 or 270 degrees clockwise, after EXIF; empty: 0
///     crop_cx, crop_cy, crop_width, crop_height, crop_roll_deg     a CropFrame; all, or none
///     eye_right_x, eye_right_y, eye_left_x, eye_left_y             all, or none
///     by              who decided
///
/// in any order; places are px of the upright, rotated photo. Other columns are passed over. Nothing is guessed: a
/// photo that somebody rejected must not get a card by a slip in this file. Throws RunError: missing_input, or
/// bad_input with every mistake by its row and column.
PhotoOverrides read_overrides(const std::filesystem::path& file);

/// The same from the text of a CSV file; `file` is for messages.
PhotoOverrides read_overrides(std::istream& csv, const std::string& file);

}  // namespace pehchan
