#include "print/preview_pages.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/output_file.h"
#include "base/run_error.h"
#include "draw/canvas.h"
#include "draw/text_block.h"
#include "print/guides.h"
#include "print/pdf_bytes.h"
#include "print/pdf_facts.h"
#include "print/pdf_surface.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr Mm margin{5}, caption_height{7}, legend_gap{3};
/// Captions and legends would be a pile of words beside a narrow card.
constexpr Mm least_width{54};

/// How much of the artwork beyond the trim is to be seen.
Mm shown_around(const CardTemplate& design, PreviewLook look) { return look == PreviewLook::cut ? 0_mm : design.bleed; }

/// The room that card and caption take in the page's middle; a narrow card leaves room beside it.
Rect content_box(const CardTemplate& design, PreviewLook look) {
  const Mm around = shown_around(design, look);
  Rect box = grown(card_on_preview(design, look), Insets{around, caption_height + around, around, around});
  box.width = std::max(box.width, least_width);
  return box;
}

DrawnText set_caption(const FontSet& fonts, const std::string& text, const Rect& content) {
  TextStyle style;
  style.font = {.family = "Noto Sans", .size_pt = 6};
  style.floor_pt = 5;
  style.lines = 2;
  return moved(set_block(fonts, style, content.width, text).text, content.x, content.y);
}

/// Pale, so that what is in the box stays legible, and seen from afar.
void mark(cairo_t* cairo, const Rect& box) {
  cairo_rectangle(cairo, box.x.value, box.y.value, box.width.value, box.height.value);
  cairo_set_source_rgba(cairo, 1, 0.25, 0.2, 0.45);
  cairo_fill_preserve(cairo);
  cairo_set_source_rgb(cairo, 0.85, 0, 0);
  cairo_set_line_width(cairo, 0.3);
  cairo_stroke(cairo);
}

void draw_page(cairo_t* cairo, const FontSet& fonts, const Rect& card, const Rect& content, const PreviewPage& page,
               const std::optional<SideGuides>& guides) {
  draw_text(cairo, fonts, set_caption(fonts, page.caption, content));
  cairo_save(cairo);
  cairo_translate(cairo, card.x.value, card.y.value);
  for (const Rect& box : page.unfit) mark(cairo, box);
  if (guides) draw_guides(cairo, fonts, *guides);
  cairo_restore(cairo);
  if (!guides) return;
  cairo_translate(cairo, content.x.value, (content.bottom() + legend_gap).value);
  draw_part(cairo, fonts, guides->legend);
}

/// All but the cards: the pages are empty where those go.
void paint_pages(const fs::path& file, const CardTemplate& design, const FontSet& fonts,
                 std::span<const PreviewPage> pages, PreviewLook look) {
  OutputFile output(file);
  const Rect content = content_box(design, look);
  const Size paper{content.right() + margin, content.bottom() + margin};
  const SurfaceHandle surface = pdf_surface(output, paper);
  const CairoHandle cairo(cairo_create(surface.get()));
  tell(surface.get(), {.title = design.name + ", preview", .date = "2000-01-01"});
  for (const PreviewPage& page : pages) {
    std::optional<SideGuides> guides;
    if (look == PreviewLook::guides) guides = guides_of(design, page.side, fonts, content.width);
    const Mm below = guides ? legend_gap + guides->legend.height : 0_mm;
    cairo_pdf_surface_set_size(surface.get(), to_pt(paper.width), to_pt(paper.height + below));
    cairo_save(cairo.get());
    cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
    draw_page(cairo.get(), fonts, card_on_preview(design, look), content, page, guides);
    cairo_restore(cairo.get());
    cairo_show_page(cairo.get());
    output.check();
    check(cairo.get(), "painting a preview");
  }
  cairo_surface_finish(surface.get());
  output.finish();
  check(surface.get(), "completing a preview");
}

/// A rounded rectangle as a clipping path; points, y upward.
std::string clip_path(double x, double y, double width, double height, double radius) {
  constexpr double circle = 0.5522847498;  // a quarter of a circle as a Bézier curve
  const double k = radius * (1 - circle), r = x + width, t = y + height;
  return fmt::format(
      "{:.3f} {:.3f} m {:.3f} {:.3f} l {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} c "
      "{:.3f} {:.3f} l {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} c "
      "{:.3f} {:.3f} l {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} c "
      "{:.3f} {:.3f} l {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} c h W n ",
      x + radius, y, r - radius, y, r - k, y, r, y + k, r, y + radius,  //
      r, t - radius, r, t - k, r - k, t, r - radius, t,                 //
      x + radius, t, x + k, t, x, t - k, x, t - radius,                 //
      x, y + radius, x, y + k, x + k, y, x + radius, y);
}

void lay_card(QPDF& pdf, QPDFPageObjectHelper page, QPDFPageObjectHelper card, const CardTemplate& design,
              PreviewLook look) {
  QPDFObjectHandle form = pdf.copyForeignObject(card.getFormXObjectForPage());
  QPDFObjectHandle whole = card.getAttribute("/MediaBox", false);
  form.getDict().replaceKey("/BBox", QPDFObjectHandle::newFromRectangle(whole.getArrayAsRectangle()));
  constexpr const char* name = "/PehchanCard";
  QPDFObjectHandle resources = page.getAttribute("/Resources", true);
  QPDFObjectHandle objects = resources.getKey("/XObject");
  objects = objects.isDictionary() ? objects.shallowCopy() : QPDFObjectHandle::newDictionary();
  objects.replaceKey(name, form);
  resources.replaceKey("/XObject", objects);

  const double paper = page.getAttribute("/MediaBox", false).getArrayAsRectangle().ury, bleed = to_pt(design.bleed);
  const Rect trim = card_on_preview(design, look), shown = grown(trim, shown_around(design, look));
  const double left = to_pt(trim.x), bottom = paper - to_pt(trim.bottom());
  page.addPageContents(
      QPDFObjectHandle::newStream(
          &pdf, "q " +
                    clip_path(to_pt(shown.x), paper - to_pt(shown.bottom()), to_pt(shown.width), to_pt(shown.height),
                              look == PreviewLook::cut ? to_pt(design.corner_radius) : 0) +
                    fmt::format("1 0 0 1 {:.3f} {:.3f} cm {} Do Q\n", left - bleed, bottom - bleed, name)),
      true);
}

std::string lay_cards(const fs::path& painted, const fs::path& cards, const CardTemplate& design, PreviewLook look) {
  QPDF pdf, source;
  pdf.processFile(painted.c_str());
  source.processFile(cards.c_str());
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages(), all = QPDFPageDocumentHelper(source).getAllPages();
  for (std::size_t i = 0; i < pages.size() && i < all.size(); ++i) lay_card(pdf, pages[i], all[i], design, look);
  return pdf_bytes(pdf);
}

}  // namespace

Rect card_on_preview(const CardTemplate& design, PreviewLook look) {
  const Mm around = margin + shown_around(design, look);
  return {around, around + caption_height, design.size.width, design.size.height};
}

void write_preview_pages(const fs::path& file, const fs::path& cards, const CardTemplate& design, const FontSet& fonts,
                         std::span<const PreviewPage> pages, PreviewLook look) try {
  paint_pages(file, design, fonts, pages, look);
  const std::string whole = lay_cards(file, cards, design, look);
  OutputFile output(file);
  output.write(reinterpret_cast<const unsigned char*>(whole.data()), whole.size());
  output.finish();
} catch (const QPDFExc& error) {
  throw RunError(ExitCode::internal, std::string("a preview's pages are not sound: ") + error.what());
}

}  // namespace pehchan
