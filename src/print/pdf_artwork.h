#pragma once
#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan {

/// Artwork as one page of a PDF: a designer's own, or an SVG's (see svg_page.h). Of a designer's PDF only what it draws
/// is taken (see artwork_drawing.h), with its inks and spot colours as they are; scripts, actions, annotations, form
/// fields, attached files, metadata and tags stay behind.
class PdfArtwork {
 public:
  /// A page with a TrimBox smaller than its MediaBox is laid with it on the card's edge: it must be the card's size
  /// within 0.5 mm, and the page must reach as far beyond as the template's bleed. Any other page's MediaBox must have
  /// the proportions of card and bleed within 1 % and is scaled to them. /Rotate and /UserUnit count. Throws RunError
  /// (bad_config) naming the file and what to do when it does not, is over 5 MB, damaged, encrypted, has no such page,
  /// has hidden layers, or anything that reduce_to_drawing refuses; an SVG as Artwork says.
  PdfArtwork(const ArtworkFile& artwork, Size card, Mm bleed);

  /// The page as a Form XObject of another file, copied anew by each call.
  QPDFObjectHandle copied_into(QPDF& pdf) const;
  /// From the form's points to the card's millimetres, y downward, from its trimmed top left corner.
  const QPDFMatrix& placement() const { return placement_; }
  bool uses_cmyk() const { return uses_cmyk_; }

 private:
  std::shared_ptr<const std::string> page_;  ///< an SVG's; QPDF reads from it
  std::shared_ptr<QPDF> source_;
  QPDFObjectHandle form_;
  QPDFMatrix placement_;
  bool uses_cmyk_ = false;
};

/// The artwork of both sides of a card, read once; nothing for a side without.
class CardArtwork {
 public:
  /// Throws as PdfArtwork does.
  explicit CardArtwork(const CardTemplate& card);
  const std::optional<PdfArtwork>& side(CardSide side) const { return side == CardSide::front ? front_ : back_; }

 private:
  std::optional<PdfArtwork> front_, back_;
};

}  // namespace pehchan
