#include "sheet/impose.h"

#include <algorithm>

namespace pehchan {
namespace {

Slot front_slot(const SheetFormat& f, int column, int row) {
  const Mm x = f.first.x + column * (f.card.width + f.gutter);
  const Mm y = f.first.y + row * (f.card.height + f.gutter);
  return {{x, y, f.card.width, f.card.height},
          {column == 0 ? f.outer_bleed : f.inner_bleed, row == 0 ? f.outer_bleed : f.inner_bleed,
           column == f.columns - 1 ? f.outer_bleed : f.inner_bleed, row == f.rows - 1 ? f.outer_bleed : f.inner_bleed},
          false};
}

Slot back_slot(const SheetFormat& f, const Slot& front) {
  Slot back = front;
  if (f.duplex == Duplex::short_edge) {
    back.trim.y = f.paper.height - front.trim.bottom();
    back.bleed = {front.bleed.left, front.bleed.bottom, front.bleed.right, front.bleed.top};
    back.turned = true;
  } else {
    back.trim.x = f.paper.width - front.trim.right();
    back.bleed = {front.bleed.right, front.bleed.top, front.bleed.left, front.bleed.bottom};
  }
  return back;
}

std::vector<MarkLine> marks_around(const SheetFormat& f, const std::vector<Slot>& slots) {
  std::vector<MarkLine> marks;
  if (f.mark_length <= 0_mm) return marks;
  Rect block = slots.front().trim;
  for (const Slot& s : slots) {
    const Mm right = std::max(block.right(), s.trim.right()), bottom = std::max(block.bottom(), s.trim.bottom());
    block.x = std::min(block.x, s.trim.x);
    block.y = std::min(block.y, s.trim.y);
    block.width = right - block.x;
    block.height = bottom - block.y;
  }
  const auto vertical = [&](Mm x) {
    marks.push_back({{x, block.y - f.mark_offset}, {x, block.y - f.mark_offset - f.mark_length}});
    marks.push_back({{x, block.bottom() + f.mark_offset}, {x, block.bottom() + f.mark_offset + f.mark_length}});
  };
  const auto horizontal = [&](Mm y) {
    marks.push_back({{block.x - f.mark_offset, y}, {block.x - f.mark_offset - f.mark_length, y}});
    marks.push_back({{block.right() + f.mark_offset, y}, {block.right() + f.mark_offset + f.mark_length, y}});
  };
  for (int column = 0; column < f.columns; ++column) {
    const Rect& trim = slots[static_cast<std::size_t>(column)].trim;
    vertical(trim.x);
    vertical(trim.right());
  }
  for (int row = 0; row < f.rows; ++row) {
    const Rect& trim = slots[static_cast<std::size_t>(row * f.columns)].trim;
    horizontal(trim.y);
    horizontal(trim.bottom());
  }
  return marks;
}

}  // namespace

Imposition impose(const SheetFormat& format) {
  Imposition imposition;
  for (int row = 0; row < format.rows; ++row)
    for (int column = 0; column < format.columns; ++column)
      imposition.front.slots.push_back(front_slot(format, column, row));
  for (const Slot& front : imposition.front.slots) imposition.back.slots.push_back(back_slot(format, front));
  imposition.front.crop_marks = marks_around(format, imposition.front.slots);
  imposition.back.crop_marks = marks_around(format, imposition.back.slots);
  return imposition;
}

}  // namespace pehchan
