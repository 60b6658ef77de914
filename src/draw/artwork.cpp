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
  const auto is_drawn = [&](double proportion) {
    return std::abs(svg_.proportion() / proportion - 1) <= proportion_tolerance;
  };
  const double proportion = area_.width / area_.height;
  if (is_drawn(proportion)) return;
  refuse_artwork(artwork.file, "its proportions are not those of the card with its bleed",
                 is_drawn(1 / proportion)
                     ? swap_sizes(card)
                     : fmt::format("Give it viewBox=\"0 0 {:g} {:g}\": millimetres, with the bleed on every side.",
                                   area_.width.value, area_.height.value));
}

}  // namespace pehchan
