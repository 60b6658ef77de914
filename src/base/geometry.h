#pragma once
#include "base/length.h"

namespace pehchan {

/// Positions run right and down from a top left corner; units are millimetres.
struct Point {
  Mm x, y;
  bool operator==(const Point&) const = default;
};

struct Size {
  Mm width, height;
  bool operator==(const Size&) const = default;
};

struct Insets {
  Mm left, top, right, bottom;
  constexpr Insets operator-() const { return {-left, -top, -right, -bottom}; }
  bool operator==(const Insets&) const = default;
};

struct Rect {
  Mm x, y, width, height;

  constexpr Mm right() const { return x + width; }
  constexpr Mm bottom() const { return y + height; }
  constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
  bool operator==(const Rect&) const = default;
};

constexpr Rect moved(Rect r, Mm dx, Mm dy) { return {r.x + dx, r.y + dy, r.width, r.height}; }
constexpr Rect grown(Rect r, Insets by) {
  return {r.x - by.left, r.y - by.top, r.width + by.left + by.right, r.height + by.top + by.bottom};
}
constexpr Rect grown(Rect r, Mm by) { return grown(r, Insets{by, by, by, by}); }
constexpr bool contains(Rect outer, Rect inner, Mm tolerance = {1e-6}) {
  return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
         inner.right() <= outer.right() + tolerance && inner.bottom() <= outer.bottom() + tolerance;
}
constexpr bool overlap(Rect a, Rect b, Mm tolerance = {1e-6}) {
  return a.x + tolerance < b.right() && b.x + tolerance < a.right() && a.y + tolerance < b.bottom() &&
         b.y + tolerance < a.bottom();
}

}  // namespace pehchan
