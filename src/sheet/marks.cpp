#include "sheet/marks.h"

#include <algorithm>

namespace pehchan {
namespace {

/// Nearer edges are one cut.
constexpr Mm one_cut{0.001};
/// A shorter mark in a gutter is not seen.
constexpr Mm least_inner_mark{1};
constexpr Mm beyond_marks{0.5};

/// Edges in the order of the slots, each once: the files of old have their marks in this order.
void add_edge(std::vector<Mm>& edges, Mm edge) {
  const auto is_same = [&](Mm other) { return edge - other < one_cut && other - edge < one_cut; };
  if (std::none_of(edges.begin(), edges.end(), is_same)) edges.push_back(edge);
}

/// Where the cuts go: upright ones by their x, lying ones by their y.
struct Cuts {
  std::vector<Mm> upright, lying;
};

Cuts cuts_of(const std::vector<Slot>& slots) {
  Cuts cuts;
  for (const Slot& slot : slots) {
    for (const Mm x : {slot.trim.x, slot.trim.right()}) add_edge(cuts.upright, x);
    for (const Mm y : {slot.trim.y, slot.trim.bottom()}) add_edge(cuts.lying, y);
  }
  return cuts;
}

void mark_outside(const SheetFormat& f, const Rect& block, const Cuts& cuts, std::vector<MarkLine>& marks) {
  const Mm near = f.mark_offset, far = f.mark_offset + f.mark_length;
  for (const Mm x : cuts.upright) {
    marks.push_back({{x, block.y - near}, {x, block.y - far}});
    marks.push_back({{x, block.bottom() + near}, {x, block.bottom() + far}});
  }
  for (const Mm y : cuts.lying) {
    marks.push_back({{block.x - near, y}, {block.x - far, y}});
    marks.push_back({{block.right() + near, y}, {block.right() + far, y}});
  }
}

/// In a grid every second space between neighbouring cuts is a gutter.
void mark_gutters(const SheetFormat& f, Cuts cuts, std::vector<MarkLine>& marks) {
  for (auto* edges : {&cuts.upright, &cuts.lying}) std::sort(edges->begin(), edges->end());
  if (f.gutter.width - f.inner_bleed * 2 >= least_inner_mark)
    for (std::size_t i = 1; i + 1 < cuts.upright.size(); i += 2)
      for (const Mm y : cuts.lying)
        marks.push_back({{cuts.upright[i] + f.inner_bleed, y}, {cuts.upright[i + 1] - f.inner_bleed, y}});
  if (f.gutter.height - f.inner_bleed * 2 >= least_inner_mark)
    for (std::size_t i = 1; i + 1 < cuts.lying.size(); i += 2)
      for (const Mm x : cuts.upright)
        marks.push_back({{x, cuts.lying[i] + f.inner_bleed}, {x, cuts.lying[i + 1] - f.inner_bleed}});
}

}  // namespace

Rect block_of(const std::vector<Slot>& slots) {
  Rect block = slots.front().trim;
  for (const Slot& s : slots) {
    const Mm right = std::max(block.right(), s.trim.right()), bottom = std::max(block.bottom(), s.trim.bottom());
    block.x = std::min(block.x, s.trim.x);
    block.y = std::min(block.y, s.trim.y);
    block.width = right - block.x;
    block.height = bottom - block.y;
  }
  return block;
}

std::vector<MarkLine> crop_marks(const SheetFormat& format, const std::vector<Slot>& slots) {
  std::vector<MarkLine> marks;
  if (format.mark_length <= 0_mm) return marks;
  Cuts cuts = cuts_of(slots);
  const Rect block = block_of(slots);
  if (format.has_inner_marks && format.places.empty()) mark_gutters(format, cuts, marks);
  if (format.sides == Sides::both_up) add_edge(cuts.upright, format.paper.width / 2);
  mark_outside(format, block, cuts, marks);
  return marks;
}

std::vector<Point> registration_marks(const SheetFormat& format, const std::vector<Slot>& slots) {
  if (!format.has_registration) return {};
  const Mm away = std::max(format.outer_bleed,
                           format.mark_length > 0_mm ? format.mark_offset + format.mark_length : format.outer_bleed) +
                  beyond_marks + registration_reach;
  const Rect block = grown(block_of(slots), away);
  const Point middle = block.centre();
  return {{middle.x, block.y}, {middle.x, block.bottom()}, {block.x, middle.y}, {block.right(), middle.y}};
}

}  // namespace pehchan
