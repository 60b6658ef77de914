#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "print/read_back.h"
#include "print/sheet_design.h"

namespace pehchan {

/// A page with nothing but what lies beneath the cards.
struct Beneath {
  CardSide side = CardSide::front;
  std::size_t cards = 0;  ///< on it
  PageImage image;
};

/// A finished file as its proof looks at it: all bytes are there, and behind them a picture in place of each form that
/// lies beneath a sheet's cards (see lay_beneath.h). The picture is what a stranger's reader makes of that form at the
/// proof's resolution, drawn once: what is on top is drawn over it on every page, and what the artwork costs is not
/// paid a card.
struct ProofCopy {
  std::string bytes;
  std::vector<Beneath> beneath;          ///< of each side and each number of cards that a sheet has
  std::vector<std::size_t> wrong_pages;  ///< from 0: what lies beneath them is not what lies beneath the others, or on
                                         ///< top (see laid_artwork.h); then there is no more here

  const PageImage& beneath_of(CardSide side, std::size_t cards) const;
};

/// Of a file of two pages a sheet for so many `cards`. The picture of a card's artwork is made at `dpi` of its side,
/// then that of a sheet of them: a card's place between two pixels may be off by one of them. Throws RunError
/// (internal) naming `file` when it cannot be read.
ProofCopy make_proof_copy(std::string bytes, const std::string& file, const SheetDesign& design, std::size_t cards,
                          double front_dpi, double back_dpi);

}  // namespace pehchan
