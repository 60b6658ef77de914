#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "print/sheet_design.h"

namespace pehchan {

/// How the proof looks at the pages of one side.
struct ProofView {
  double dpi = 0;
  std::vector<Rect> boxes;  ///< of a card: what lies in them is looked at
};

/// A finished file as its proof looks at it: all its bytes, and behind them pictures in place of each form that lies
/// beneath a sheet's cards (see lay_beneath.h): of what is beneath each box that the proof looks at. They are what a
/// stranger's reader makes of that form at the proof's resolution, drawn once; what is on top is drawn over them on
/// every page, and what the artwork costs is not paid a card. RGB is drawn as a screen does, whatever profile says what
/// it means.
struct ProofCopy {
  std::string bytes;
  /// From 0: what lies beneath them is not what lies beneath the others, or lies on top (see laid_artwork.h). With any,
  /// there is no picture.
  std::vector<std::size_t> wrong_pages;
};

/// Of a file of these `sheets`. The picture of a card's artwork is made once a side, those of the sheets from it: a
/// place may be off by a pixel. Throws RunError (internal) naming `file` when it cannot be read.
ProofCopy make_proof_copy(std::string bytes, const std::string& file, const SheetDesign& design,
                          std::span<const FilledSlots> sheets, const ProofView& front, const ProofView& back);

}  // namespace pehchan
