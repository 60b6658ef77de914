#include "print/preview.h"

#include <cairo.h>
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cmath>
#include <memory>

#include "base/run_error.h"
#include "draw/append_bytes.h"
#include "draw/canvas.h"
#include "draw/draw_shape.h"
#include "draw/handles.h"

namespace pehchan {
namespace {

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

std::unique_ptr<poppler::document> opened(const std::filesystem::path& pdf) {
  std::unique_ptr<poppler::document> document(poppler::document::load_from_file(pdf.string()));
  if (!document) throw no_preview(pdf);
  return document;
}

std::unique_ptr<poppler::page> page_of(const poppler::document& document, int number,
                                       const std::filesystem::path& pdf) {
  std::unique_ptr<poppler::page> page(document.create_page(number - 1));
  if (!page) throw no_preview(pdf);
  return page;
}

/// A copy cut along a rounded edge, in px.
SurfaceHandle cut_round(const SurfaceHandle& picture, double radius) {
  const int width = cairo_image_surface_get_width(picture.get()),
            height = cairo_image_surface_get_height(picture.get());
  SurfaceHandle round(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const CairoHandle cairo(cairo_create(round.get()));
  trace(cairo.get(), {{{}, {}, {static_cast<double>(width)}, {static_cast<double>(height)}}, {radius}});
  cairo_set_source_surface(cairo.get(), picture.get(), 0, 0);
  cairo_fill(cairo.get());
  check(cairo.get(), "cutting a preview");
  return round;
}

}  // namespace

std::string preview_png(const std::filesystem::path& pdf, int page_number, const Rect& area, double dpi, Turn lies,
                        Mm corner) {
  const auto document = opened(pdf);
  const auto page = page_of(*document, page_number, pdf);
  poppler::page_renderer renderer;
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_argb32);
  const Turn turn = undone(lies);
  const Rect seen = on_sheet({turned_paper(*page, turn), {}, turn}, area);
  const auto px = [&](Mm length) { return static_cast<int>(std::lround(to_px(length, dpi))); };
  poppler::image image = renderer.render_page(page.get(), dpi, dpi, px(seen.x), px(seen.y), px(seen.width),
                                              px(seen.height), in_poppler(turn));
  // Of what is too large for it Poppler makes a picture of one pixel.
  if (!image.is_valid() || image.width() != px(seen.width) || image.height() != px(seen.height))
    throw RunError(ExitCode::cannot_create,
                   fmt::format("a picture of {} × {} pixels cannot be drawn", px(seen.width), px(seen.height)),
                   "Ask for fewer dots to the inch.");
  SurfaceHandle surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.data()),
                                                            CAIRO_FORMAT_RGB24, image.width(), image.height(),
                                                            image.bytes_per_row()));
  check(surface.get(), "making a preview");
  if (corner > 0_mm) surface = cut_round(surface, to_px(corner, dpi));
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png) != CAIRO_STATUS_SUCCESS)
    throw no_preview(pdf);
  return png;
}

std::string page_png(const std::filesystem::path& pdf, int page_number, double dpi) {
  const auto document = opened(pdf);
  return preview_png(pdf, page_number, turned_paper(*page_of(*document, page_number, pdf), Turn::none), dpi);
}

}  // namespace pehchan
