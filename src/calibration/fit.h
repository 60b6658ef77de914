#pragma once
#include <opencv2/core.hpp>
#include <span>

#include "model/printer_profile.h"

namespace pehchan {

/// A mark: where it should be and where it is, mm.
struct SeenMark {
  Point nominal, seen;
};

/// The map that takes the first nearest to the second, and how far it misses the worst of them.
struct Fit {
  PaperMap map;
  Mm worst;
};

/// Least squares over at least three marks that do not lie on one line.
Fit fit_marks(std::span<const SeenMark> marks);

}  // namespace pehchan
