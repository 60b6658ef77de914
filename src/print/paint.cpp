#include "print/paint.h"

#include <cairo-pdf.h>

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "base/length.h"
#include "base/output_file.h"
#include "draw/canvas.h"
#include "draw/handles.h"
#include "draw/inspect_picture.h"
#include "print/draw_header.h"
#include "print/draw_marks.h"
#include "print/finish.h"
#include "print/inspect_artwork.h"
#include "print/pdf_artwork.h"
#include "print/pdf_surface.h"
#include "print/slot_matrix.h"
#include "print/slug.h"
#include "print/small_type.h"

namespace pehchan {
namespace {

SurfaceHandle recording(const Size& paper) {
  const cairo_rectangle_t extents{0, 0, paper.width.value, paper.height.value};
  SurfaceHandle surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
  check(surface.get(), "making a sheet's background");
  return surface;
}

/// Moves the origin to the card's trimmed top left corner, wherever that lies, and turns the axes with the card.
void enter(cairo_t* cairo, const Slot& slot) {
  const auto [a, b, c, d, e, f] = slot_matrix(slot);
  const cairo_matrix_t matrix{a, b, c, d, e, f};
  cairo_transform(cairo, &matrix);
}

void clip_to(cairo_t* cairo, const Rect& area) {
  cairo_rectangle(cairo, area.x.value, area.y.value, area.width.value, area.height.value);
  cairo_clip(cairo);
}

/// As artwork is, so that they are refused before a card is painted.
void look_over_pictures(const CardTemplate& card) {
  std::set<const ArtworkFile*> looked_over;
  for (const SideTemplate* side : {&card.front, &card.back})
    for (const PictureElement& element : side->pictures)
      if (looked_over.insert(element.picture.get()).second) inspect_picture(*element.picture);
}

/// Only these may run to the bleed, and a line's width beyond it.
bool may_reach_the_bleed(const CardDrawing& card) { return !card.rectangles.empty() || !card.lines.empty(); }

}  // namespace

struct SheetPainter::Parts {
  Parts(const std::filesystem::path& file, const SheetDesign& sheet_design, const FontSet& font_set,
        std::shared_ptr<const CardArtwork> card_artwork)
      : design(sheet_design),
        fonts(font_set),
        artwork(card_artwork ? std::move(card_artwork) : read_artwork(design.card)),
        painted(file),
        output(file),
        surface(pdf_surface(output, design.format.paper)),
        cairo(cairo_create(surface.get())) {
    check(cairo.get(), "creating " + file.string());
    look_over_pictures(design.card);
    cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
  }

  /// Everything of one side that does not vary, for a sheet with cards in these slots. Kept until a sheet has them in
  /// others, which mostly only the last one has: Cairo stores it in the file once.
  const SurfaceHandle& background(CardSide side, const FilledSlots& slots) {
    auto& surfaces = side == CardSide::front ? front : back;
    if (slots != painted_slots) front.reset(), back.reset(), painted_slots = slots;
    if (!surfaces) surfaces = make_background(side, slots);
    return surfaces;
  }

  SurfaceHandle make_background(CardSide side, const FilledSlots& slots) const {
    SurfaceHandle sheet = recording(design.format.paper);
    const CairoHandle canvas(cairo_create(sheet.get()));
    const ImposedSide& imposed = design.imposition.side(side);
    for (const std::size_t i : slots) {
      const Slot& slot = imposed.slots.at(i);
      cairo_save(canvas.get());
      clip_to(canvas.get(), grown(slot.trim, slot.bleed));
      enter(canvas.get(), slot);
      draw_side(canvas.get(), design.literals.side(side));
      cairo_restore(canvas.get());
    }
    if (design.profile.purpose != Purpose::press) draw_marks(canvas.get(), imposed);
    check(canvas.get(), "drawing a sheet's background");
    return sheet;
  }

  void draw_side(cairo_t* canvas, const CardDrawing& card) const {
    if (design.profile.purpose == Purpose::press) return draw_card(canvas, fonts, with_small_type_in_grey(card));
    draw_card(canvas, fonts, card);
  }

  void add_side(CardSide side, std::span<const CardDrawings> cards, const FilledSlots& slots, const SheetLabel& label) {
    const ImposedSide& imposed = design.imposition.side(side);
    cairo_set_source_surface(cairo.get(), background(side, slots).get(), 0, 0);
    cairo_paint(cairo.get());
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const Slot& slot = imposed.slots.at(slots.at(i));
      cairo_save(cairo.get());
      if (may_reach_the_bleed(cards[i].side(side))) clip_to(cairo.get(), grown(slot.trim, slot.bleed));
      enter(cairo.get(), slot);
      draw_side(cairo.get(), cards[i].side(side));
      cairo_restore(cairo.get());
    }
    if (imposed.slug)
      draw_text(cairo.get(), fonts, set_slug(fonts, slug_of(label.slug, side, design.pages), *imposed.slug));
    add_label(side, label);
  }

  void add_label(CardSide side, const SheetLabel& label) {
    const ImposedSide& imposed = design.imposition.side(side);
    if (imposed.sheet_code && label.code) {
      CardDrawing code;
      code.barcodes.push_back(*label.code);
      draw_card(cairo.get(), fonts, code);
    }
    if (side == CardSide::front)
      for (const HeaderSlip& header : label.headers)
        draw_header(cairo.get(), fonts, header, imposed.slots.at(header.slot));
  }

  void end_page() {
    cairo_show_page(cairo.get());
    output.check();
    check(cairo.get(), "painting a sheet");
  }

  const SheetDesign& design;
  const FontSet& fonts;
  const std::shared_ptr<const CardArtwork> artwork;  ///< read before a card is painted, so that it is refused in time
  const std::filesystem::path painted;
  OutputFile output;
  SurfaceHandle surface;
  CairoHandle cairo;
  SurfaceHandle front, back;
  FilledSlots painted_slots;
  std::vector<FilledSlots> sheets;
};

SheetPainter::SheetPainter(const std::filesystem::path& file, const SheetDesign& design, const FontSet& fonts,
                           const PdfFacts& facts, std::shared_ptr<const CardArtwork> artwork)
    : parts_(std::make_unique<Parts>(file, design, fonts, std::move(artwork))) {
  tell(parts_->surface.get(), facts);
}

SheetPainter::~SheetPainter() = default;

void SheetPainter::add_sheet(std::span<const CardDrawings> cards, const FilledSlots& slots, const SheetLabel& label) {
  for (const auto& sides : parts_->design.pages.pages) {
    for (const CardSide side : sides) parts_->add_side(side, cards, slots, label);
    parts_->end_page();
  }
  parts_->sheets.push_back(slots);
}

void SheetPainter::finish(const std::filesystem::path& finished) {
  parts_->cairo.reset();
  cairo_surface_finish(parts_->surface.get());
  parts_->output.finish();
  check(parts_->surface.get(), "completing a PDF");
  finish_sheets(parts_->painted, finished, parts_->design, *parts_->artwork, parts_->sheets);
}

}  // namespace pehchan
