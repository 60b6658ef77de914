#pragma once
#include <cstdint>
#include <vector>

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

/// What is the same on one side of every card, as Cairo has its pixels. All threads draw upon the same one.
class CardGround {
 public:
  CardGround() = default;
  /// `picture` is of picture_size_of the card.
  explicit CardGround(const RgbPicture& picture);

  int width() const { return width_; }
  int height() const { return height_; }
  /// To paint with. It reads this ground's own pixels.
  SurfaceHandle surface() const;

 private:
  int width_ = 0, height_ = 0;
  std::vector<std::uint32_t> pixels_;
};

/// Draws one side of cards as pictures: what is the same on all of them is painted once, each card's own words,
/// portrait and codes upon a copy of it, by the very code that draws them for the printer (draw/canvas). Not shared
/// between threads.
class CardCanvas {
 public:
  /// `fonts` and `ground` must outlive it.
  CardCanvas(const FontSet& fonts, const CardGround& ground, const Size& card, Mm corner_radius);

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
