#include "print/preview.h"

#include <cairo.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cmath>
#include <memory>

#include "base/run_error.h"
#include "draw/canvas.h"
#include "draw/handles.h"

namespace pehchan {
namespace {

cairo_status_t append(void* text, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

poppler::rotation_enum in_poppler(Turn turn) {
  if (turn == Turn::quarter) return poppler::rotate_90;
  if (turn == Turn::three_quarters) return poppler::rotate_270;
  return turn == Turn::half ? poppler::rotate_180 : poppler::rotate_0;
}

/// The page as it lies after `turn`, from its new top left corner.
Rect turned_paper(const poppler::page& page, Turn turn) {
  const auto box = page.page_rect();
  const Mm width = from_pt(box.width()), height = from_pt(box.height());
  if (turn == Turn::quarter || turn == Turn::three_quarters) return {{}, {}, height, width};
  return {{}, {}, width, height};
}

RunError no_preview(const std::filesystem::path& pdf) {
  return {ExitCode::internal, "cannot render a preview of " + pdf.string()};
}

}  // namespace

std::string preview_png(const std::filesystem::path& pdf, int page_number, const Rect& area, double dpi, Turn lies) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(pdf.string()));
  if (!document) throw no_preview(pdf);
  const std::unique_ptr<poppler::page> page(document->create_page(page_number - 1));
  if (!page) throw no_preview(pdf);
  poppler::page_renderer renderer;
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_argb32);
  const Turn turn = undone(lies);
  const Rect seen = on_sheet({turned_paper(*page, turn), {}, turn}, area);
  const auto px = [&](Mm length) { return static_cast<int>(std::lround(to_px(length, dpi))); };
  poppler::image image = renderer.render_page(page.get(), dpi, dpi, px(seen.x), px(seen.y), px(seen.width),
                                              px(seen.height), in_poppler(turn));
  if (!image.is_valid()) throw no_preview(pdf);
  const SurfaceHandle surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.data()),
                                                                  CAIRO_FORMAT_RGB24, image.width(), image.height(),
                                                                  image.bytes_per_row()));
  check(surface.get(), "making a preview");
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS) throw no_preview(pdf);
  return png;
}

}  // namespace pehchan
