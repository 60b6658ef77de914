#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "model/words.h"

namespace pehchan {

enum class Duplex { none, long_edge, short_edge };

/// How the two sides of a card come onto paper.
enum class Sides {
  duplex,    ///< on both sides of a sheet that is turned over
  separate,  ///< fronts and backs on sheets and in files of their own, which are laid back to back
  both_up,   ///< beside each other on one side of a sheet, whose right half is folded behind the left
  in_place,  ///< each card is turned over like a page where it lies: in a tray, or by a card printer
};

/// How cards lie on a sheet of paper, front side up.
struct SheetFormat {
  std::string name;
  Words title = {};
  Words unverified = {};  ///< what nobody has measured yet; empty: it can be relied on
  Size paper;
  Size card;
  int columns = 0, rows = 0;
  Point first;                     ///< trimmed top left corner of the top left card
  Size gutter;                     ///< between the trims of neighbours
  std::vector<Point> places = {};  ///< trimmed top left corners where cards lie in no grid: then there are no columns
  Mm inner_bleed;                  ///< towards a neighbour; at most half a gutter
  Mm outer_bleed;                  ///< towards the margin; on all sides of a card at a place of its own
  Insets margin;                   ///< the printer cannot print nearer to the edges
  Mm mark_length;                  ///< crop marks; 0: none
  Mm mark_offset;                  ///< from the trim to the near end of a mark
  bool has_inner_marks = false;    ///< crop marks in the gutters too, which are still there after the first cut
  bool has_registration = false;   ///< marks in the margins by which front and back are laid upon each other
  bool has_colour_bar = false;
  bool has_sheet_code = false;  ///< a Code 128 of the sheet's number beside the slug line
  Sides sides = Sides::duplex;
  Duplex duplex = Duplex::long_edge;

  int cards_per_sheet() const {
    if (!places.empty()) return static_cast<int>(places.size());
    return sides == Sides::both_up ? columns / 2 * rows : columns * rows;
  }
  /// How a printer turns a sheet over between its sides.
  Duplex turned_in_printer() const { return sides == Sides::duplex ? duplex : Duplex::none; }
  Rect printable() const { return grown(Rect{{}, {}, paper.width, paper.height}, -margin); }
};

/// Whether turning a sheet over swaps its left and right; else it swaps top and bottom. The long edge of a sheet that
/// is wider than high is a lying one.
constexpr bool flips_sideways(const Size& paper, Duplex duplex) {
  return (duplex == Duplex::short_edge) == (paper.width > paper.height);
}

}  // namespace pehchan
