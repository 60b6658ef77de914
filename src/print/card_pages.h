#pragma once
#include <filesystem>
#include <span>

#include "draw/fonts.h"
#include "model/card_drawing.h"
#include "print/pdf_facts.h"
#include "print/sheet_design.h"

namespace pehchan {

/// A card on a page of its own, with so much of its artwork `around` the trim: 0, so that the page is the card, up to
/// the template's bleed. No crop marks, no slug line.
SheetDesign own_page(const CardTemplate& card, const CardDrawings& literals, Mm around);

/// Writes `cards`, one or more, as a finished PDF of two pages each, front then back, exactly as they are on sheets: on
/// the same way, with the artwork stored once. `design` is what own_page gave. Same cards, same bytes. Throws RunError
/// as SheetPainter and AtomicFile do.
void write_card_pages(const std::filesystem::path& pdf, const SheetDesign& design, const FontSet& fonts,
                      std::span<const CardDrawings> cards, const PdfFacts& facts);

}  // namespace pehchan
