#include "card/check_sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pehchan {
namespace {

/// A photo fills its box, and is cut off by no more than this where the proportions differ.
constexpr double same_proportions = 0.01;

bool have_same_proportions(const Rect& a, const Rect& b) {
  return std::abs(a.width.value * b.height.value - b.width.value * a.height.value) <=
         same_proportions * a.height.value * b.width.value;
}

void check_portraits(const PortraitElement& front, const PortraitElement& back, Mistakes& mistakes) {
  const LineColumn second = std::max(front.where, back.where);
  const Rect &one = front.box, &other = back.box;
  if (!have_same_proportions(one, other))
    mistakes.add(second, fmt::format("the portraits of front and back, {:g} × {:g} and {:g} × {:g} mm, have different "
                                     "proportions, but a photo is cropped once for both: make one an enlarged copy of "
                                     "the other",
                                     one.width.value, one.height.value, other.width.value, other.height.value));
  if (front.head != back.head)
    mistakes.add(second,
                 fmt::format("the portraits of front and back have heads of {:g} and {:g}, but a photo is cropped "
                             "once for both: give both the same \"head\"",
                             front.head, back.head));
}

}  // namespace

void check_sides(const CardTemplate& design, LineColumn file, Mistakes& mistakes) {
  const SideTemplate &front = design.front, &back = design.back;
  if (!front.qr && !back.qr) mistakes.add(file, "there is no QR code: add [back.qr] with a box");
  if (front.qr && back.qr)
    mistakes.add(std::max(front.qr->where, back.qr->where), "there is a QR code on each side: take one out");
  if (front.portrait && back.portrait) check_portraits(*front.portrait, *back.portrait, mistakes);
}

}  // namespace pehchan
