#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "draw/fonts.h"
#include "model/card_drawing.h"
#include "print/pdf_facts.h"
#include "print/sheet_design.h"
#include "print/sheet_label.h"

namespace pehchan {

class CardArtwork;

/// Makes a print-ready PDF of sheets, with the pages of each that the design says: mostly its front, then its back.
/// `design` and `fonts` must outlive it. Literals and crop marks are stored once in the file, however many sheets there
/// are, and so is the artwork, which comes beneath when the file is finished.
class SheetPainter {
 public:
  /// What is painted goes into `painted` at first, which is the caller's to remove. `artwork`, of the design's card,
  /// where several files share it (see read_artwork); else it is read anew. Throws RunError: cannot_create, bad_config
  /// for artwork that cannot be drawn.
  SheetPainter(const std::filesystem::path& painted, const SheetDesign& design, const FontSet& fonts,
               const PdfFacts& facts, std::shared_ptr<const CardArtwork> artwork = nullptr);
  ~SheetPainter();

  /// At most as many cards as a sheet has slots; card i lies in slot `slots[i]` of both sides. Unused slots stay white,
  /// but for the label's slips. Its slug tells this sheet from all others: it is set small in the margin, with the
  /// side's name, where the format has room for it. Throws RunError (try_again on a full disk).
  void add_sheet(std::span<const CardDrawings> cards, const FilledSlots& slots, const SheetLabel& label);
  /// The same, card i in slot i.
  void add_sheet(std::span<const CardDrawings> cards, const SheetLabel& label) {
    add_sheet(cards, first_slots(cards.size()), label);
  }
  /// Writes the PDF, as finish_pdf does, with the artwork beneath its cards. Throws as finish_pdf does.
  void finish(const std::filesystem::path& finished);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace pehchan
