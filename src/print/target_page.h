#pragma once
#include <filesystem>

#include "draw/fonts.h"
#include "model/calibration_target.h"

namespace pehchan {

/// The target as a PDF under its final name, where it appears only when it is complete: its front and, with `sides` 2,
/// its back, with words in Hindi and English on paper that is large enough for them. Same target, same bytes. Throws
/// RunError as AtomicFile and finish_pdf do.
void paint_target(const CalibrationTarget& target, int sides, const FontSet& fonts,
                  const std::filesystem::path& finished);

}  // namespace pehchan
