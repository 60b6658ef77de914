#pragma once
#include <string_view>

#include "draw/fonts.h"
#include "model/card_drawing.h"

namespace pehchan {

/// A text set from the origin down, and how high it turned out.
struct TextBlock {
  DrawnText text;
  Mm height;
};

DrawnText moved(DrawnText text, Mm dx, Mm dy);

/// Sets `text` in `width` by the steps of fit_text; what is too long for the style's lines is set at its floor on as
/// many lines as it takes, a word wider than `width` broken between letters. So nothing is ever clipped or left out,
/// and the height follows. A character that no font has is drawn as the box that stands for it.
TextBlock set_block(const FontSet& fonts, const TextStyle& style, Mm width, std::string_view text);

}  // namespace pehchan
