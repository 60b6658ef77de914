#pragma once
#include <array>

#include "base/geometry.h"
#include "model/card_template.h"

namespace pehchan::register_page {

// The look of the handover register: A4 upright, a wider margin on the left for filing.

inline constexpr Size paper{{210}, {297}};
inline constexpr Rect area{{20}, {13}, {178}, {272}};  ///< all that is printed lies in it

/// Left edges of the table's columns and the right edge of the last: number, card number, name, signature, date.
inline constexpr std::array<Mm, 6> columns{Mm{20}, Mm{31}, Mm{67}, Mm{121}, Mm{175}, Mm{198}};
inline constexpr Mm least_row{11};  ///< so that one can sign in it
inline constexpr Mm padding{1.6};   ///< between a column's edge and its text

inline constexpr Colour ink{0.05, 0.05, 0.05};
inline constexpr Colour quiet_ink{0.32, 0.36, 0.37};
inline constexpr Colour accent{0.05, 0.23, 0.27};
inline constexpr Colour gold{0.8, 0.58, 0.22};
inline constexpr Colour tint{0.94, 0.96, 0.955};
inline constexpr Colour hairline_ink{0.6, 0.65, 0.66};
inline constexpr Mm hairline{0.15};

/// In both scripts, shrunk to no less than `floor_pt`, then two lines.
inline TextStyle type(double size_pt, double floor_pt, int weight = font_weight::regular, Colour colour = ink,
                      Align align = Align::left) {
  return {.font = {"Noto Sans", weight, size_pt},
          .floor_pt = floor_pt,
          .line_height = 1.35,
          .lines = 2,
          .align = align,
          .colour = colour};
}

}  // namespace pehchan::register_page
