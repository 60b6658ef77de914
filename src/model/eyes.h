#pragma once
#include <cmath>

namespace pehchan {

/// A place in a picture, px from the top left.
struct PicturePoint {
  double x = 0, y = 0;
};

/// The centres of both eyes; `right` is the person's own right, on the left of the picture.
struct Eyes {
  PicturePoint right, left;

  PicturePoint middle() const { return {(right.x + left.x) / 2, (right.y + left.y) / 2}; }
  double distance() const { return std::hypot(left.x - right.x, left.y - right.y); }
  /// Degrees the eye line is turned clockwise.
  double roll() const { return std::atan2(left.y - right.y, left.x - right.x) * 57.29577951308232; }
};

}  // namespace pehchan
