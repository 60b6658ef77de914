#pragma once
#include <cstddef>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <span>
#include <string>
#include <vector>

#include "print/sheet_design.h"

namespace pehchan {

/// How the artwork lies at one card: its form's points brought to the paper's by `matrix`, cut at `clip`.
struct LaidCard {
  QPDFObjectHandle::Rectangle clip;
  QPDFMatrix matrix;
};

/// Pages of one side that have cards in these slots: all have the same beneath them. Objects by their numbers, 0: none,
/// because the side has no artwork.
struct LaidSheet {
  CardSide side = CardSide::front;
  FilledSlots filled;
  std::size_t page = 0;                ///< the first such, from 0
  int page_object = 0;                 ///< of that page
  std::string parent, media_box;       ///< of that page, as a PDF has them
  int call = 0;                        ///< the content that draws it
  int form = 0;                        ///< all of it
  int artwork = 0;                     ///< one card's
  QPDFObjectHandle::Rectangle extent;  ///< of one card's artwork: its form's BBox
  std::vector<LaidCard> laid;          ///< at each of the cards
};

/// What lies beneath the cards of a file, and the pages (from 0) where that is not what lay_beneath laid: the same
/// objects on all pages of a side with the same slots filled, the same artwork on all of a side, each page's first
/// content (the back's before the front's where both lie on a page), drawn once, at each card as far as its bleed and
/// nowhere else; none on a sheet without cards.
struct LaidArtwork {
  std::vector<LaidSheet> sheets;
  std::vector<std::size_t> wrong_pages;
};

/// `pdf` holds the design's pages of each of the `sheets`. Throws QPDFExc when it is damaged.
LaidArtwork read_laid_artwork(QPDF& pdf, const SheetDesign& design, std::span<const FilledSlots> sheets);

}  // namespace pehchan
