#include "print/inspect_artwork.h"

#include "print/pdf_artwork.h"

namespace pehchan {

void inspect_artwork(const ArtworkFile& artwork, Size card, Mm bleed) {
  const PdfArtwork looked_over(artwork, card, bleed);
}

std::shared_ptr<const CardArtwork> read_artwork(const CardTemplate& card) {
  return std::make_shared<const CardArtwork>(card);
}

}  // namespace pehchan
