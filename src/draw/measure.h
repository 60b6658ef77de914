#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "draw/fonts.h"

namespace pehchan {

/// What one line of text takes up. Each is the larger of the ink and the font's own line, so that no matra is clipped.
struct TextExtent {
  Mm width;
  Mm ascent, descent;                ///< above and below the baseline, both positive
  Mm ink_ascent, ink_descent;        ///< of the glyphs alone; negative when they all lie on the other side
  std::vector<std::string> missing;  ///< the characters (UTF-8) that no font of the set has, each once
};

/// Never fails for valid UTF-8; bytes that are not are reported as missing.
TextExtent measure_line(const FontSet& fonts, const Font& font, std::string_view text);

}  // namespace pehchan
