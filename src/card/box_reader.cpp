#include "card/box_reader.h"

#include <fmt/format.h>

#include "card/condition.h"

namespace pehchan {
namespace {

std::string extent(const Rect& area) {
  return fmt::format("x {:g} to {:g}, y {:g} to {:g}", area.x.value, area.right().value, area.y.value,
                     area.bottom().value);
}

/// A box's corner may stand out of a round one so far: no knife cuts closer.
constexpr Mm corner_tolerance{0.1};

/// Whether the box's corners, which lie in the outline's own box, lie within its round corners, too.
bool keeps_off_corners(const Outline& outline, const Rect& box) {
  const Outline wider{grown(outline.box, corner_tolerance), outline.radius + corner_tolerance};
  return wider.contains({box.x, box.y}) && wider.contains({box.right(), box.y}) &&
         wider.contains({box.x, box.bottom()}) && wider.contains({box.right(), box.bottom()});
}

/// What is wrong with the place of a live element's box; nothing: empty.
std::string beyond_safe(const Outline& safe, const Rect& box) {
  if (!contains(safe.box, box)) return "leaves the safe area, which is " + extent(safe.box);
  if (keeps_off_corners(safe, box)) return {};
  return fmt::format("lies over a round corner of the safe area, whose radius is {:g} mm: move it inward",
                     safe.radius.value);
}

std::string beyond_bleed(const Rect& bleed, const Rect& box) {
  return contains(bleed, box) ? "" : "leaves the card and its bleed, which is " + extent(bleed);
}

/// The box whose anchor lies where `box` has its top left corner.
Rect anchored(const TableReader& in, Rect box) {
  const auto at = in.choice(
      "anchor", {"top-left", "top", "top-right", "left", "centre", "right", "bottom-left", "bottom", "bottom-right"});
  const double across = static_cast<double>(at % 3) / 2, down = static_cast<double>(at / 3) / 2;
  return moved(box, -box.width * across, -box.height * down);
}

}  // namespace

std::optional<Rect> BoxReader::box_of_shape(const TableReader& in) {
  return area_.is_known ? shapes_.box(in) : std::nullopt;
}

Rect BoxReader::read(const TableReader& in, const std::string& what, Sharing sharing, const Visibility& visibility) {
  const Rect box = in.is_text("box") ? box_of_shape(in).value_or(Rect{}) : anchored(in, in.box("box"));
  if (box.width.value <= 0 || box.height.value <= 0) return box;
  const std::string fault = !area_.is_known                ? ""
                            : sharing == Sharing::anything ? beyond_bleed(area_.with_bleed(), box)
                                                           : beyond_safe(area_.safe(), box);
  if (!fault.empty()) mistakes_.add_misplaced(in.where("box"), fmt::format("{}, {}, {}", what, extent(box), fault));
  if (sharing != Sharing::anything) placed_.push_back({what, box, in.where("box"), sharing, visibility});
  return box;
}

Point BoxReader::read_point(const TableReader& in, std::string_view key) {
  const Point point = in.point(key);
  if (const Rect allowed = area_.with_bleed(); area_.is_known && !contains(allowed, {point.x, point.y, {}, {}}))
    mistakes_.add_misplaced(in.where(key),
                            fmt::format("the line leaves the card and its bleed, which is {}", extent(allowed)));
  return point;
}

void BoxReader::end() {
  shapes_.tell_unknown();
  for (std::size_t i = 0; i < placed_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const Placed &one = placed_[i], &other = placed_[j];
      if ((one.sharing == Sharing::words && other.sharing == Sharing::words) || !overlap(one.box, other.box) ||
          are_never_together(one.visibility, other.visibility))
        continue;
      mistakes_.add_misplaced(one.where, fmt::format("{} overlaps {}: move one", one.what, other.what));
    }
}

}  // namespace pehchan
