#include "digital/card_canvas.h"

#include <cmath>
#include <cstdint>

#include "base/run_error.h"
#include "draw/canvas.h"
#include "draw/draw_shape.h"

namespace pehchan {
namespace {

SurfaceHandle blank(int width, int height) {
  SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  check(surface.get(), "making a card's picture");
  return surface;
}

RgbPicture picture_of(const SurfaceHandle& surface) {
  cairo_surface_flush(surface.get());
  RgbPicture picture{.width = cairo_image_surface_get_width(surface.get()),
                     .height = cairo_image_surface_get_height(surface.get()),
                     .pixels = {}};
  picture.pixels.resize(picture.row_bytes() * static_cast<std::size_t>(picture.height));
  const unsigned char* row = cairo_image_surface_get_data(surface.get());
  unsigned char* to = picture.pixels.data();
  for (int y = 0; y < picture.height; ++y, row += cairo_image_surface_get_stride(surface.get())) {
    const auto* from = reinterpret_cast<const std::uint32_t*>(row);
    for (const std::uint32_t* const end = from + picture.width; from < end; ++from, to += 3) {
      to[0] = static_cast<unsigned char>(*from >> 16);
      to[1] = static_cast<unsigned char>(*from >> 8);
      to[2] = static_cast<unsigned char>(*from);
    }
  }
  return picture;
}

}  // namespace

PixelSize picture_size_of(const Size& card) {
  const auto px = [](Mm length) { return static_cast<int>(std::lround(to_px(length, picture_dpi))); };
  return {px(card.width), px(card.height)};
}

CardGround::CardGround(const RgbPicture& picture) : width_(picture.width), height_(picture.height) {
  pixels_.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  for (std::size_t i = 0; i < picture.pixels.size(); i += 3)
    pixels_.push_back(
        static_cast<std::uint32_t>(picture.pixels[i] << 16 | picture.pixels[i + 1] << 8 | picture.pixels[i + 2]));
}

SurfaceHandle CardGround::surface() const {
  auto* pixels = reinterpret_cast<unsigned char*>(const_cast<std::uint32_t*>(pixels_.data()));
  // RGB24 has a word a px, so that rows need no padding (cairo_format_stride_for_width).
  SurfaceHandle surface(cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, width_, height_,
                                                            width_ * static_cast<int>(sizeof(std::uint32_t))));
  check(surface.get(), "making a card's picture");
  return surface;
}

CardCanvas::CardCanvas(const FontSet& fonts, const CardGround& ground, const Size& card, Mm corner_radius)
    : fonts_(fonts),
      card_(card),
      corner_(corner_radius),
      ground_(ground.surface()),
      surface_(blank(ground.width(), ground.height())) {}

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
