#pragma once
#include <cstddef>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "print/sheet_design.h"

namespace pehchan {

/// How the artwork lies at one card: its form's points brought to the paper's by `matrix`, cut at `clip`.
struct LaidCard {
  QPDFObjectHandle::Rectangle clip;
  QPDFMatrix matrix;
};

/// Pages of one side that have so many cards: all have the same beneath them. Objects by their numbers, 0: none,
/// because the side has no artwork.
struct LaidSheet {
  CardSide side = CardSide::front;
  std::size_t cards = 0;
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
/// objects on all pages of a side with so many cards, the same artwork on all of a side, each page's first content,
/// drawn once, at each card as far as its bleed and nowhere else.
struct LaidArtwork {
  std::vector<LaidSheet> sheets;
  std::vector<std::size_t> wrong_pages;
};

/// `pdf` holds two pages a sheet for so many `cards`. Throws QPDFExc when it is damaged.
LaidArtwork read_laid_artwork(QPDF& pdf, const SheetDesign& design, std::size_t cards);

}  // namespace pehchan
