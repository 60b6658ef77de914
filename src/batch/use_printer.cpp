#include "batch/use_printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/run_error.h"

namespace pehchan {
namespace {

/// Paper is not cut more exactly.
constexpr double same_paper = 0.5;
constexpr Mm tolerance{0.01};

bool is_same(const Size& a, const Size& b) {
  return std::abs((a.width - b.width).value) < same_paper && std::abs((a.height - b.height).value) < same_paper;
}

/// How far a box leaves the paper at its worst corner.
Mm lost(const Rect& box, const PaperMap& moved, const Size& paper) {
  Mm most{0};
  for (const Point& corner :
       {Point{box.x, box.y}, Point{box.right(), box.y}, Point{box.x, box.bottom()}, Point{box.right(), box.bottom()}}) {
    const Point p = mapped(moved, corner);
    most = std::max({most, -p.x, -p.y, p.x - paper.width, p.y - paper.height});
  }
  return most;
}

/// What of a card may not leave the paper: all of it, but of one that is the whole page (in a card printer, which
/// clips) its safe area.
Rect must_stay(const SheetDesign& design, const Slot& slot) {
  const Size& paper = design.format.paper;
  const bool is_page = contains(slot.trim, Rect{{}, {}, paper.width, paper.height}, tolerance);
  return is_page ? grown(slot.trim, -design.card.safe_margin) : slot.trim;
}

void refuse_lost_cards(const SheetDesign& design, const PrinterProfile& printer, CardSide side) {
  const PaperMap moved = inverse_of(map_of(printer.side(side, design.format.turned_in_printer()), design.format.paper));
  for (const Slot& slot : design.imposition.side(side).slots)
    if (const Mm beyond = lost(must_stay(design, slot), moved, design.format.paper); beyond > tolerance)
      throw RunError(ExitCode::bad_config,
                     fmt::format("moved for the printer {}, a card's {} would leave the paper by {:.2f} mm",
                                 printer.name, side == CardSide::front ? "front" : "back", beyond.value),
                     "Put the offset right in the printer's own menu, or choose a --sheet with wider margins.");
}

}  // namespace

void use_printer(SheetDesign& design, const PrinterProfile& printer) {
  const Size& paper = design.format.paper;
  if (!is_same(paper, printer.paper))
    throw RunError(
        ExitCode::bad_config,
        fmt::format("the printer {} (tray {}) was measured with paper of {:g} × {:g} mm; the sheet format {} "
                    "is {:g} × {:g} mm",
                    printer.name, printer.tray, printer.paper.width.value, printer.paper.height.value,
                    design.format.name, paper.width.value, paper.height.value),
        "Measure it with this paper: 'pehchan calibrate NAME:TRAY', with a tray's name of its own.");
  refuse_lost_cards(design, printer, CardSide::front);
  refuse_lost_cards(design, printer, CardSide::back);
  design.printer = printer;
}

}  // namespace pehchan
