#include "draw/draw_symbol.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "draw/canvas.h"

namespace pehchan {
namespace {

struct Modules {
  std::vector<std::uint8_t> is_dark;
  int columns, rows;
};

/// A quarter turn clockwise.
Modules turned(const Modules& modules) {
  Modules result{{}, modules.rows, modules.columns};
  result.is_dark.reserve(modules.is_dark.size());
  for (int column = 0; column < modules.columns; ++column)
    for (int row = modules.rows - 1; row >= 0; --row)
      result.is_dark.push_back(modules.is_dark[static_cast<std::size_t>(row * modules.columns + column)]);
  return result;
}

bool is_upright(cairo_t* cairo) {
  cairo_matrix_t matrix;
  cairo_get_matrix(cairo, &matrix);
  return matrix.xx > std::abs(matrix.yx);
}

/// Modules on a card that lies turned are turned themselves and their canvas back: Poppler repeats and drops rows of a
/// turned mask, so that of 46 dense codes it showed 6 that could be read at 225 dpi.
Modules laid_upright(cairo_t* cairo, Modules modules, Size size) {
  for (int turns = 0; turns < 3 && !is_upright(cairo); ++turns) {
    const cairo_matrix_t back{0, -1, 1, 0, 0, size.height.value};
    cairo_transform(cairo, &back);
    modules = turned(modules);
    std::swap(size.width, size.height);
  }
  cairo_scale(cairo, size.width.value / modules.columns, size.height.value / modules.rows);
  return modules;
}

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
void draw_modules(cairo_t* cairo, const Modules& as_read, const Rect& box, const Rect& quiet) {
  cairo_save(cairo);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_rectangle(cairo, quiet.x.value, quiet.y.value, quiet.width.value, quiet.height.value);
  cairo_fill(cairo);

  cairo_translate(cairo, box.x.value, box.y.value);
  const SurfaceHandle image = bitmap(laid_upright(cairo, as_read, {box.width, box.height}));
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
