#pragma once
#include <filesystem>

#include "calibration/measure_scan.h"

namespace pehchan {

/// Measures a side of a printed target in a picture file. Throws RunError: missing_input, or bad_input naming the file
/// when it is no picture, is damaged or over 200 MB, or does not show this side of the target.
MeasuredSide measure_file(const std::filesystem::path& file, const CalibrationTarget& target, CardSide side);

}  // namespace pehchan
