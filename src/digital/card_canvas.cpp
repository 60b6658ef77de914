#include "digital/card_canvas.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/run_error.h"
#include "draw/canvas.h"
#include "draw/draw_shape.h"

namespace pehchan {
namespace {

struct Rows {
  unsigned char* first;
  std::ptrdiff_t stride;
  std::uint32_t* at(int y) const { return reinterpret_cast<std::uint32_t*>(first + y * stride); }
};

Rows rows_of(const SurfaceHandle& surface) {
  return {cairo_image_surface_get_data(surface.get()), cairo_image_surface_get_stride(surface.get())};
}

SurfaceHandle blank(int width, int height) {
  SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  check(surface.get(), "making a card's picture");
  cairo_surface_flush(surface.get());
  return surface;
}

SurfaceHandle surface_of(const RgbPicture& picture) {
  SurfaceHandle surface = blank(picture.width, picture.height);
  const Rows rows = rows_of(surface);
  const unsigned char* from = picture.pixels.data();
  for (int y = 0; y < picture.height; ++y)
    for (std::uint32_t* to = rows.at(y); to < rows.at(y) + picture.width; from += 3)
      *to++ = static_cast<std::uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

RgbPicture picture_of(const SurfaceHandle& surface) {
  cairo_surface_flush(surface.get());
  RgbPicture picture{.width = cairo_image_surface_get_width(surface.get()),
                     .height = cairo_image_surface_get_height(surface.get()),
                     .pixels = {}};
  picture.pixels.resize(picture.row_bytes() * static_cast<std::size_t>(picture.height));
  const Rows rows = rows_of(surface);
  unsigned char* to = picture.pixels.data();
  for (int y = 0; y < picture.height; ++y)
    for (const std::uint32_t *from = rows.at(y), *end = from + picture.width; from < end; ++from, to += 3) {
      to[0] = static_cast<unsigned char>(*from >> 16);
      to[1] = static_cast<unsigned char>(*from >> 8);
      to[2] = static_cast<unsigned char>(*from);
    }
  return picture;
}

}  // namespace

PixelSize picture_size_of(const Size& card) {
  const auto px = [](Mm length) { return static_cast<int>(std::lround(to_px(length, picture_dpi))); };
  return {px(card.width), px(card.height)};
}

CardCanvas::CardCanvas(const FontSet& fonts, const RgbPicture& ground, const Size& card, Mm corner_radius)
    : fonts_(fonts),
      card_(card),
      corner_(corner_radius),
      ground_(surface_of(ground)),
      surface_(blank(ground.width, ground.height)) {}

RgbPicture CardCanvas::draw(const CardDrawing& card) {
  const int width = cairo_image_surface_get_width(surface_.get()),
            height = cairo_image_surface_get_height(surface_.get());
  const CairoHandle cairo(cairo_create(surface_.get()));
  cairo_set_source_surface(cairo.get(), ground_.get(), 0, 0);
  cairo_set_operator(cairo.get(), CAIRO_OPERATOR_SOURCE);
  cairo_paint(cairo.get());
  cairo_set_operator(cairo.get(), CAIRO_OPERATOR_OVER);
  // By a hair's breadth not the same both ways, so that the card's edges are the picture's.
  cairo_scale(cairo.get(), width / card_.width.value, height / card_.height.value);
  draw_card(cairo.get(), fonts_, card);
  cut_corners(cairo.get());
  check(cairo.get(), "drawing a card's picture");
  return picture_of(surface_);
}

void CardCanvas::cut_corners(cairo_t* cairo) const {
  if (corner_ <= 0_mm) return;
  const Rect whole{{}, {}, card_.width, card_.height};
  cairo_new_path(cairo);
  cairo_rectangle(cairo, 0, 0, card_.width.value, card_.height.value);
  trace(cairo, {whole, corner_});
  cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_fill(cairo);
}

}  // namespace pehchan
