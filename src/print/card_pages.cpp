#include "print/card_pages.h"

#include "base/atomic_file.h"
#include "print/paint.h"

namespace pehchan {
namespace fs = std::filesystem;

SheetDesign own_page(const CardTemplate& card, const CardDrawings& literals, Mm around) {
  const Rect trim{around, around, card.size.width, card.size.height};
  const ImposedSide side{.slots = {{trim, {around, around, around, around}}}, .crop_marks = {}};
  const Rect paper = grown(trim, around);
  const SheetFormat format{.name = "own page",
                           .paper = {paper.width, paper.height},
                           .card = card.size,
                           .columns = 1,
                           .rows = 1,
                           .first = {around, around},
                           .gutter = {},
                           .inner_bleed = {},
                           .outer_bleed = around,
                           .margin = {},
                           .mark_length = {},
                           .mark_offset = {},
                           .duplex = Duplex::long_edge};
  return {format, {side, side}, card, literals};
}

void write_card_pages(const fs::path& pdf, const SheetDesign& design, const FontSet& fonts,
                      std::span<const CardDrawings> cards, const PdfFacts& facts) {
  AtomicFile whole(pdf);
  // Never committed: it goes when this ends, however it ends.
  const AtomicFile painted(pdf.string() + ".painted");
  SheetPainter painter(painted.part(), design, fonts, facts);
  for (std::size_t i = 0; i < cards.size(); ++i) painter.add_sheet(cards.subspan(i, 1), {});
  painter.finish(whole.part());
  whole.commit();
}

}  // namespace pehchan
