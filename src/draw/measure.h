#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "draw/fonts.h"

namespace pehchan {

/// What one line of text takes up.
struct TextExtent {
  Mm width;     ///< the larger of ink and advance, so that no matra is clipped at an end
  Mm overhang;  ///< how far ink reaches out before the line's start, 0 or more; part of `width`
  /// Above and below the baseline: of the fonts' own line, as far as it is within the set's strut (Nastaliq's line is
  /// 2.5 em high, whatever stands in it).
  Mm ascent, descent;
  Mm ink_ascent, ink_descent;  ///< of the glyphs alone; negative when they all lie on the other side

  /// The same text in a font `factor` times as large: nothing is hinted, so that all measures grow with the size.
  TextExtent times(double factor) const;
};

/// Never fails: each piece of bytes that are no UTF-8 counts as a U+FFFD.
TextExtent measure_line(const FontSet& fonts, const Font& font, std::string_view text);

/// The characters of a text that cannot be printed, as draw/unprintable.h says; bytes that are no UTF-8 are a U+FFFD.
std::vector<std::string> missing_in(const FontSet& fonts, const Font& font, std::string_view text);

}  // namespace pehchan
