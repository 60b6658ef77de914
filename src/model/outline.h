#pragma once
#include <algorithm>

#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan {

/// A rectangle's edge with round corners; a circle's, when the radius is half of both sides.
struct Outline {
  Rect box;
  Mm radius;

  constexpr bool contains(Point point) const {
    if (point.x < box.x || point.x > box.right() || point.y < box.y || point.y > box.bottom()) return false;
    const Mm r = std::min({radius, box.width / 2, box.height / 2});
    const double dx = (point.x - std::clamp(point.x, box.x + r, box.right() - r)).value;
    const double dy = (point.y - std::clamp(point.y, box.y + r, box.bottom() - r)).value;
    return dx * dx + dy * dy <= r.value * r.value;
  }
};

/// Nearer to the middle by `width` all around; nothing of it is left where that is more than there is.
constexpr Outline within(const Outline& outer, Mm width) {
  const Mm across = std::min({width, outer.box.width / 2, outer.box.height / 2});
  return {grown(outer.box, -across), std::max(outer.radius - across, Mm{})};
}

/// What a portrait is cut to.
constexpr Outline outline_of(const Rect& box, PortraitShape shape, Mm radius) {
  if (shape != PortraitShape::circle) return {box, radius};
  const Mm half = std::min(box.width, box.height) / 2;
  const Point middle = box.centre();
  return {{middle.x - half, middle.y - half, half * 2, half * 2}, half};
}

}  // namespace pehchan
