#pragma once
#include <array>
#include <string>

#include "base/geometry.h"
#include "model/card_template.h"
#include "model/sheet_format.h"

namespace pehchan {

/// From one place on a paper to another, mm from its top left corner: a b c d e f, x' = a x + c y + e and
/// y' = b x + d y + f, the order of PDF and Cairo.
using PaperMap = std::array<double, 6>;

Point mapped(const PaperMap& map, const Point& p);
PaperMap inverse_of(const PaperMap& map);

/// How one side of a sheet comes out of a printer, as one looks at it: turned and stretched about its middle, then
/// moved.
struct Misalignment {
  Mm right, down;                           ///< where the middle comes out, from where it should be
  double scale_across = 1, scale_down = 1;  ///< how long 1 mm comes out
  double turn_across = 0, turn_down = 0;  ///< degrees clockwise: of what should lie level, of what should stand upright

  bool operator==(const Misalignment&) const = default;
};

/// What can be undone on the page. More is a matter of paper guides and the printer's own menu.
inline constexpr Mm most_offset{10};
inline constexpr double most_stretch = 0.02;
inline constexpr double most_turn = 1.5;

bool is_within_limits(const Misalignment& error);

/// Where a place of the page comes out, and the other way round.
PaperMap map_of(const Misalignment& error, const Size& paper);
Misalignment misalignment_of(const PaperMap& map, const Size& paper);

/// What a clerk has measured of a printer, one of its trays and the paper in it.
struct PrinterProfile {
  std::string name, tray;
  Size paper;
  Duplex duplex = Duplex::long_edge;  ///< how the sheet that was measured was turned over
  Misalignment front, back;
  bool has_front = true, has_back = true;  ///< whether that side was measured; one that was not is taken for right

  /// Of a page that holds these sides of sheets printed so: a back that is turned over the other edge comes out upside
  /// down, and one that is printed as a sheet of its own is a front to the printer.
  Misalignment side(CardSide side, Duplex printed) const;
  bool operator==(const PrinterProfile&) const = default;
};

}  // namespace pehchan
