#pragma once
#include <memory>

#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan {

class CardArtwork;

/// Looks a side's artwork over before any card is made. Throws RunError (bad_config) naming the file and what to do
/// when it cannot be laid beneath cards of this size and bleed, see PdfArtwork.
void inspect_artwork(const ArtworkFile& artwork, Size card, Mm bleed);

/// The artwork of both sides, to be shared by all files that one thread makes. Throws as inspect_artwork does.
std::shared_ptr<const CardArtwork> read_artwork(const CardTemplate& card);

}  // namespace pehchan
