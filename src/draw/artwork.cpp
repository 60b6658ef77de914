#include "draw/artwork.h"

#include <fmt/format.h>

#include <cmath>

#include "draw/refuse_artwork.h"

namespace pehchan {
namespace {

/// How far the artwork's proportions may be from those of the card with its bleed.
constexpr double proportion_tolerance = 0.01;

}  // namespace

Artwork::Artwork(const ArtworkFile& artwork, Size card, Mm bleed)
    : svg_(artwork), area_(grown(Rect{{}, {}, card.width, card.height}, bleed)) {
  const auto is_of = [](double one, double other) { return std::abs(one / other - 1) <= proportion_tolerance; };
  const double needed = area_.width / area_.height, drawn = svg_.proportion(), page = svg_.page_proportion();
  const bool is_drawn = is_of(drawn, needed), is_paged = page <= 0 || is_of(page, needed);
  if (is_drawn && is_paged) return;
  refuse_artwork(
      artwork.file,
      drawn <= 0 ? "it has no viewBox, which must count millimetres"
      : is_drawn ? "its viewBox has the proportions of the card with its bleed, but its page (width and height) has not"
                 : "its proportions are not those of the card with its bleed",
      is_of(drawn, 1 / needed)
          ? swap_sizes(card)
          : fmt::format("Make the page {0:g} × {1:g} mm (width, height) and the viewBox 0 0 {0:g} {1:g}: millimetres, "
                        "with the bleed on every side.",
                        area_.width.value, area_.height.value));
}

}  // namespace pehchan
