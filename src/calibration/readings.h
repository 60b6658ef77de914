#pragma once
#include <optional>

#include "model/calibration_target.h"
#include "model/printer_profile.h"

namespace pehchan {

/// What a clerk reads on one side of a printed target, mm (see model/calibration_target.h): where the paper's middle
/// lies on the four scales, + to the right and down, and how far the marks are from each other.
struct Readings {
  double a = 0, b = 0, c = 0, d = 0;
  std::optional<double> e = {}, f = {};  ///< not measured: as long as they should be
};

/// The one misalignment that puts the paper's middle there. Throws RunError (bad_input) naming a reading that cannot
/// be.
Misalignment misalignment_from(const Readings& readings, const CalibrationTarget& target);

}  // namespace pehchan
