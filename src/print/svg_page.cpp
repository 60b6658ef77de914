#include "print/svg_page.h"

#include <cairo-pdf.h>

#include "draw/append_bytes.h"
#include "draw/artwork.h"
#include "draw/canvas.h"
#include "draw/handles.h"
#include "print/pdf_facts.h"

namespace pehchan {
namespace {

constexpr double pt_per_mm = 16;

}  // namespace

std::string svg_page(const ArtworkFile& artwork, Size card, Mm bleed) {
  const Artwork drawing(artwork, card, bleed);
  const Rect area = grown(Rect{{}, {}, card.width, card.height}, bleed);
  std::string pdf;
  const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(append_bytes, &pdf, area.width.value * pt_per_mm,
                                                                  area.height.value * pt_per_mm));
  tell(surface.get(), {.title = "artwork", .date = "2000-01-01"});
  // What Cairo itself cannot keep as vectors it would make a picture of at 300 dpi of this large page.
  cairo_surface_set_fallback_resolution(surface.get(), 72, 72);
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), pt_per_mm, pt_per_mm);
  cairo_translate(cairo.get(), bleed.value, bleed.value);
  drawing.draw(cairo.get());
  cairo_surface_finish(surface.get());
  check(surface.get(), "drawing " + artwork.file);
  return pdf;
}

}  // namespace pehchan
