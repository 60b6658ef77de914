#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan {

/// A scale with its zero at the middle of one edge of the paper, along which one reads where the paper's own middle is.
struct EdgeScale {
  char letter;    ///< as it is called on the sheet: A top, B bottom, C left, D right
  Point zero;     ///< the end of its zero line that is nearer to the edge
  bool is_level;  ///< runs from left to right, else from the top down
  int reach;      ///< mm to both sides
  Mm inward;      ///< how long its longest line is, away from the edge; negative: upwards or to the left
};

/// The sheet that shows how a printer misplaces things: where everything on it should be, mm from the paper's top left
/// corner. Both sides have the same, so that they lie upon each other against the light; only a front has one spot, and
/// a back two.
struct CalibrationTarget {
  Size paper;
  Mm ring;                     ///< outer diameter of a mark
  std::array<Point, 5> marks;  ///< top left, top right, bottom left, bottom right, middle
  std::array<Point, 2> spots;  ///< beside the top left mark: which way up, and which side
  std::array<EdgeScale, 4> scales;

  Mm across() const { return marks[1].x - marks[0].x; }  ///< E: from mark to mark
  Mm down() const { return marks[2].y - marks[0].y; }    ///< F

  // A mark's parts, of the ring's outer diameter.
  static constexpr double ring_hole = 0.62, dot = 0.3, spot = 0.5;
};

/// The least paper that has room for it.
inline constexpr Mm least_target{40};

/// For paper of at least `least_target` a side.
CalibrationTarget calibration_target(const Size& paper);

}  // namespace pehchan
