#include "draw/draw_symbol.h"

#include <bit>
#include <cstdint>
#include <vector>

#include "draw/canvas.h"

namespace pehchan {
namespace {

struct Modules {
  const std::vector<std::uint8_t>& is_dark;
  int columns, rows;
};

/// One bit a module, in Cairo's A1 order: the first pixel is the lowest bit on little-endian machines.
SurfaceHandle bitmap(const Modules& modules) {
  SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_A1, modules.columns, modules.rows));
  check(image.get(), "making a code's surface");
  cairo_surface_flush(image.get());
  unsigned char* bytes = cairo_image_surface_get_data(image.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(image.get()));
  const auto columns = static_cast<std::size_t>(modules.columns), rows = static_cast<std::size_t>(modules.rows);
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < columns; ++x) {
      if (modules.is_dark[y * columns + x] == 0) continue;
      const unsigned bit = std::endian::native == std::endian::little ? 1U << (x % 8) : 128U >> (x % 8);
      unsigned char& byte = bytes[y * stride + x / 8];
      byte = static_cast<unsigned char>(byte | bit);
    }
  }
  cairo_surface_mark_dirty(image.get());
  return image;
}

/// `box` is the modules', `quiet` what is white beneath and around them.
void draw_modules(cairo_t* cairo, const Modules& modules, const Rect& box, const Rect& quiet) {
  cairo_save(cairo);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_rectangle(cairo, quiet.x.value, quiet.y.value, quiet.width.value, quiet.height.value);
  cairo_fill(cairo);

  cairo_translate(cairo, box.x.value, box.y.value);
  cairo_scale(cairo, box.width.value / modules.columns, box.height.value / modules.rows);
  const SurfaceHandle image = bitmap(modules);
  const PatternHandle pattern(cairo_pattern_create_for_surface(image.get()));
  cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
  cairo_set_source_rgb(cairo, 0, 0, 0);
  cairo_mask(cairo, pattern.get());
  cairo_restore(cairo);
}

}  // namespace

void draw_qr(cairo_t* cairo, const DrawnQr& drawn) {
  const Mm module = drawn.box.width / drawn.symbol.modules;
  draw_modules(cairo, {drawn.symbol.is_dark, drawn.symbol.modules, drawn.symbol.modules}, drawn.box,
               grown(drawn.box, module * QrSymbol::quiet_modules));
}

void draw_barcode(cairo_t* cairo, const DrawnBarcode& drawn) {
  const BarcodeSymbol& symbol = drawn.symbol;
  draw_modules(cairo, {symbol.is_dark, symbol.columns, symbol.rows}, drawn.box, with_quiet_zone(drawn));
}

}  // namespace pehchan
