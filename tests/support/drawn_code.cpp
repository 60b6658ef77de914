#include "support/drawn_code.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include "symbol/encode_qr.h"

namespace pehchan {
namespace {

/// Where the picture is `side` wide.
void draw(cairo_t* cr, const std::string& text, double side) {
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  if (text.empty()) return;
  const QrSymbol symbol = encode_qr(text, {.side = {60}}).value();
  const double module = side / (symbol.modules + 2 * QrSymbol::quiet_modules);
  cairo_set_source_rgb(cr, 0, 0, 0);
  for (int y = 0; y < symbol.modules; ++y)
    for (int x = 0; x < symbol.modules; ++x)
      if (symbol.is_dark[static_cast<std::size_t>(y * symbol.modules + x)] != 0)
        cairo_rectangle(cr, (x + QrSymbol::quiet_modules) * module, (y + QrSymbol::quiet_modules) * module, module,
                        module);
  cairo_fill(cr);
}

}  // namespace

void draw_code_png(const std::filesystem::path& file, const std::string& text) {
  constexpr int side = 600;
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
  cairo_t* cr = cairo_create(surface);
  draw(cr, text, side);
  cairo_destroy(cr);
  cairo_surface_write_to_png(surface, file.c_str());
  cairo_surface_destroy(surface);
}

void draw_codes_pdf(const std::filesystem::path& file, const std::vector<std::string>& texts) {
  constexpr double side = 200;
  cairo_surface_t* surface = cairo_pdf_surface_create(file.c_str(), side, side);
  cairo_t* cr = cairo_create(surface);
  for (const std::string& text : texts) {
    draw(cr, text, side);
    cairo_show_page(cr);
  }
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

}  // namespace pehchan
