#pragma once
#include "model/photo_limits.h"
#include "toml/table_reader.h"

namespace pehchan {

/// Reads [photo_limits], if it is there, into `limits`:
///
///     [photo_limits]
///     sharpness = { warn = 0.08, hold = 0.05 }
///
/// Either number may be left out. Mistakes: a measure that nobody knows, or a `hold` on the wrong side of `warn`.
void read_photo_limits(const TableReader& root, PhotoLimits& limits, Mistakes& mistakes);

}  // namespace pehchan
