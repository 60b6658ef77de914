#pragma once
#include "base/geometry.h"
#include "draw/fonts.h"
#include "draw/handles.h"
#include "model/card_drawing.h"
#include "model/rgb_picture.h"

namespace pehchan {

/// What cards are drawn as: 300 dpi, as fine as they are printed.
inline constexpr double picture_dpi = 300;

/// A card's side in whole px at that: 1011 × 638 for a CR80 card.
struct PixelSize {
  int width = 0, height = 0;
};
PixelSize picture_size_of(const Size& card);

/// Draws one side of cards as pictures: what is the same on all of them is painted once, each card's own words,
/// portrait and codes upon a copy of it, by the very code that draws them for the printer (draw/canvas). Not shared
/// between threads.
class CardCanvas {
 public:
  /// `ground` is what is the same on every card, of picture_size_of(card). `fonts` must outlive it.
  CardCanvas(const FontSet& fonts, const RgbPicture& ground, const Size& card, Mm corner_radius);

  /// White beyond the card's round corners. Throws RunError as draw_card does.
  RgbPicture draw(const CardDrawing& card);

 private:
  void cut_corners(cairo_t* cairo) const;

  const FontSet& fonts_;
  Size card_;
  Mm corner_;
  SurfaceHandle ground_, surface_;
};

}  // namespace pehchan
