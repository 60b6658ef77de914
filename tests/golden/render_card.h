#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "card/lay_out.h"
#include "draw/handles.h"

namespace pehchan {

/// A made-up member with every field set.
Member invented_member();
/// A drawn head and shoulders, 756 px high and as many times that wide.
Portrait invented_portrait(double width_to_height = 25.0 / 32);
/// Finder patterns and noise: looks like a QR code of this version and says nothing.
QrSymbol invented_symbol(int version);

/// A page, counted from 0, of a finished PDF.
struct CardPage {
  std::string pdf;
  int page = 0;
};
/// One side with its bleed, made on the same way as what users get.
CardPage card_page(const CardTemplate& design, const FontSet& fonts, const CardDrawings& card, CardSide side);

/// A page as Poppler shows it, 3 bytes a pixel.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};
Picture rendered(const CardPage& card, double dpi);
std::string text_of(const CardPage& card);

/// For Cairo; the surface has its own copy of the pixels.
SurfaceHandle surface_of(const Picture& picture);
Picture picture_of(cairo_surface_t* surface);

void write_png(const Picture& picture, const std::string& file);
/// Throws std::runtime_error when it cannot be read.
Picture read_png(const std::string& file);

}  // namespace pehchan
