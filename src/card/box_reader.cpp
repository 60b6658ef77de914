#include "card/box_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/run_error.h"
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

bool has_shapes(const ArtworkFile& artwork) { return !artwork.bytes.empty() && !artwork.bytes.starts_with("%PDF-"); }

}  // namespace

const Artwork* BoxReader::artwork(const TableReader& in) {
  if (artwork_) return &*artwork_;
  if (is_artwork_refused_) return nullptr;
  is_artwork_refused_ = true;
  if (!artwork_file_.file.empty() && artwork_file_.bytes.empty()) return nullptr;  // told where it was to be read
  if (!area_.is_known) return nullptr;
  if (!has_shapes(artwork_file_)) {
    in.mistake("box",
               "a box is the id of a shape only where this side's artwork is an SVG: write [x, y, width, height]");
    return nullptr;
  }
  try {
    artwork_.emplace(artwork_file_, area_.size, area_.bleed);
    return &*artwork_;
  } catch (const RunError& error) {
    mistakes_.add(artwork_file_.where, fmt::format("{}. {}", error.what(), error.advice));
    return nullptr;
  }
}

std::optional<Rect> BoxReader::box_of_shape(const TableReader& in) {
  const std::string written = in.text("box");
  if (!written.starts_with('#') || written.size() == 1) {
    in.mistake(
        "box",
        fmt::format("\"box\" must be [x, y, width, height] in mm, or \"#\" and the id of a shape in the artwork{}",
                    written.empty() || written == "#" ? "" : fmt::format("; is it \"#{}\"?", written)));
    return std::nullopt;
  }
  const Artwork* drawn = artwork(in);
  if (drawn == nullptr) return std::nullopt;
  const std::string id = written.substr(1);
  const std::vector<std::string_view> ids(drawn->ids().begin(), drawn->ids().end());
  const auto count = std::count(ids.begin(), ids.end(), id);
  if (count > 1) {
    in.mistake("box", fmt::format("{} has {} shapes with the id \"{}\": give each an id of its own", artwork_file_.file,
                                  count, id));
    return std::nullopt;
  }
  if (const auto box = drawn->box_of(id)) {
    named_.push_back(id);
    if (in.has("anchor")) in.mistake("anchor", "\"anchor\" goes with four numbers; the shape says where the box is");
    return box;
  }
  const std::string near = nearest(id, ids);
  in.mistake("box",
             count == 1 ? fmt::format("the shape \"{}\" of {} has no size, or is hidden", id, artwork_file_.file)
             : near.empty()
                 ? fmt::format("{} has no shape with the id \"{}\": set it in Inkscape under Object Properties",
                               artwork_file_.file, id)
                 : fmt::format("{} has no shape with the id \"{}\"; is it \"{}\"?", artwork_file_.file, id, near));
  return std::nullopt;
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

void BoxReader::demand_room() {
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
