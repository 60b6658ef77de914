#pragma once
#include <string>
#include <vector>

#include "base/colour.h"
#include "draw/fonts.h"
#include "draw/handles.h"
#include "model/card_template.h"
#include "print/page_part.h"

namespace pehchan {

/// An element's box as guides show it: outlined, with a small tag that bears its number in the legend.
struct TaggedBox {
  Rect box, tag;
  DrawnText number;
  Colour colour;
};

/// What guides show of one side: the card's edges and every element's box, placed from the card's trimmed top left
/// corner, and a legend that says which box is which element and where it lies.
struct SideGuides {
  Size card;
  Mm corner, bleed, safe;
  std::vector<TaggedBox> boxes;
  PagePart legend;
};

/// `width` is the legend's.
SideGuides guides_of(const CardTemplate& design, CardSide side, const FontSet& fonts, Mm width);

/// Edges and boxes; the legend is the caller's. 1 unit of the canvas is 1 mm, its origin the card's trimmed corner.
void draw_guides(cairo_t* cairo, const FontSet& fonts, const SideGuides& guides);

}  // namespace pehchan
