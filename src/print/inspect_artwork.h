#pragma once
#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan {

/// Looks a side's artwork over before any card is made. Throws RunError (bad_config) naming the file and what to do
/// when it cannot be laid beneath cards of this size and bleed, see PdfArtwork.
void inspect_artwork(const ArtworkFile& artwork, Size card, Mm bleed);

}  // namespace pehchan
