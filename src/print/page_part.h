#pragma once
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "draw/fonts.h"
#include "draw/handles.h"
#include "model/card_drawing.h"

namespace pehchan {

struct Rule {
  Point from, to;
  Mm width;
  Colour colour;
};

struct Tint {
  Rect area;
  Colour colour;
};

/// A stretch of a page across its full width: x from the paper's left edge, y from its own top.
struct PagePart {
  Mm height;
  std::vector<Tint> tints;
  std::vector<Rule> rules;
  std::vector<DrawnText> texts;
};

/// Puts `part` onto `page`, its top at `y`; the page's own height stays.
void place(PagePart& page, const PagePart& part, Mm y);

/// Tints first, then rules, then text. 1 unit of the canvas is 1 mm.
void draw_part(cairo_t* cairo, const FontSet& fonts, const PagePart& part);

}  // namespace pehchan
