#include "print/page_frame.h"

namespace pehchan {

PageFrame frame_of(const SheetDesign& design, CardSide side) {
  const Rect paper{{}, {}, design.format.paper.width, design.format.paper.height};
  const auto& slots = design.imposition.side(side).slots;
  if (design.profile.purpose == Purpose::office || slots.size() != 1) return {paper, paper};
  return {slots.front().trim, grown(slots.front().trim, slots.front().bleed)};
}

}  // namespace pehchan
