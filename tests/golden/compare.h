#pragma once
#include "golden/render_card.h"

namespace pehchan {

/// Fine enough for difference() to see a text that moved by 0.3 mm (compare_test).
inline constexpr double golden_dpi = 115;

/// With 32 levels a channel: a third smaller as a file, and as good for comparing.
Picture coarsened(Picture picture);

/// How two pictures of one size differ.
struct Difference {
  double mean = 0;     ///< absolute, over all channels, 0 to 255
  double far_off = 0;  ///< the share of pixels with a channel off by more than 48
  double worst = 0;    ///< the mean of the worst tile of 16 x 16 pixels
  bool is_same() const { return mean < 0.5 && far_off < 0.001 && worst < 6; }
};
Difference difference(const Picture& a, const Picture& b);

}  // namespace pehchan
