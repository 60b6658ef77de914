#pragma once
#include <string>

#include "draw/svg_outline.h"

namespace pehchan {

/// Why drawing this artwork would take too long or too much memory; empty when it does not. librsvg limits how much is
/// drawn by reference and how deep a file is; it does not limit markers on a path's points, chains of references (its
/// stack overflows) or filters. Measured with librsvg 2.54 on a card at 406 dpi: an element takes 2.7 kB and 5 µs, a
/// filter's or mask's picture 5 MB until the page is written, a filter's step 10 to 50 ms, a displacement 500 ms, a
/// turbulence 60 ms an octave, a convolution 6 ms a cell.
std::string too_costly(const SvgOutline& svg);

}  // namespace pehchan
