#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "draw/svg_drawing.h"
#include "model/card_template.h"

namespace pehchan {

/// One side's SVG artwork. Words belong in card.toml, where the private fonts set them.
class Artwork {
 public:
  /// `artwork` covers the card and its bleed on every side; the proportions of its viewBox, and of its page if
  /// that has a size, must be theirs within 1 %. Throws
  /// RunError (bad_config) naming the file and what to do when they are not, or as SvgDrawing says.
  Artwork(const ArtworkFile& artwork, Size card, Mm bleed);

  /// Paints card and bleed, the origin at the card's trimmed top left corner, 1 unit = 1 mm; see SvgDrawing::draw.
  void draw(cairo_t* cairo) const { svg_.draw(cairo, area_); }

  /// Where the shape with this id lies on the card, see SvgDrawing::box_of.
  std::optional<Rect> box_of(const std::string& id) const { return svg_.box_of(id, area_); }
  const std::vector<std::string>& ids() const { return svg_.ids(); }
  const std::vector<std::string>& labels() const { return svg_.labels(); }

 private:
  SvgDrawing svg_;
  Rect area_;
};

}  // namespace pehchan
