#pragma once
#include <cstddef>
#include <vector>

#include "model/imposition.h"
#include "model/page_order.h"

namespace pehchan {

/// In which order slots are filled.
enum class Filling {
  rows,     ///< row by row from the top left of the front
  columns,  ///< column by column
  stacks,   ///< so that the stacks of cut cards, laid upon each other slot by slot, are in order: cut and stack
};

/// One sheet of several things in order: in slot `slots[i]` lies number `items[i]`, from 0.
struct ArrangedSheet {
  FilledSlots slots;
  std::vector<std::size_t> items;
};

/// All slots in the order in which they are filled; as stacks that is row by row.
std::vector<std::size_t> order_of(const std::vector<Slot>& fronts, Filling filling);

/// So many items, one or more, on as few sheets as hold them. The first `used` slots of the first sheet, in that order,
/// stay free: they were used before. As stacks on n sheets the slot that comes p-th has item p·n + s on sheet s (`used`
/// is then 0): every sheet is cut the same way, and the last stacks are the lower ones or none.
std::vector<ArrangedSheet> arrange(std::size_t items, const std::vector<Slot>& fronts, Filling filling,
                                   std::size_t used);

}  // namespace pehchan
