#pragma once
#include "model/calibration_target.h"
#include "model/grey_picture.h"
#include "model/printer_profile.h"

namespace pehchan {

/// What a picture of a printed target shows.
struct MeasuredSide {
  CardSide side;  ///< by its spots
  Misalignment error;
  Mm worst;             ///< how far the worst mark lies from where `error` puts it: of a bent sheet or picture
  bool has_seen_edges;  ///< false: the picture's own edges were taken for the sheet's
  double px_per_mm;     ///< of the picture, about
};

/// Measures one side of a printed target in a scan or photo, however it is turned: its marks against the sheet's own
/// edges, so that neither the scanner's resolution nor the camera's position matter. Lengths are as true as the paper
/// is of its size. Throws RunError (bad_input) with what to do when the sheet or a mark is not found, or the picture is
/// too bent or too coarse to say.
MeasuredSide measure_scan(const GreyPicture& picture, const CalibrationTarget& target);

}  // namespace pehchan
