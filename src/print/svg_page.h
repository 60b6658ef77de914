#pragma once
#include <string>

#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan {

/// SVG artwork as a PDF of one page with the proportions of card and bleed, 16 pt to the millimetre: so large that what
/// has a filter or a mask, of which librsvg makes a picture at 72 dpi, has 406 dpi on the card. All else stays vectors.
/// Same artwork, same bytes. Throws RunError (bad_config), see Artwork.
std::string svg_page(const ArtworkFile& artwork, Size card, Mm bleed);

}  // namespace pehchan
