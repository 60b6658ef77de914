#pragma once
#include <string>
#include <string_view>

#include "model/sheet_format.h"

namespace pehchan {

/// Whether it is a format as it is typed, not the name of one: it has an @.
bool is_typed_format(std::string_view text);

/// Reads a format such as "3x7@297x420" or "2×5@8.5x14in,gutter=4,bleed=1.5,sides=separate": columns and rows of cards
/// in the middle of a paper (mm, or inches), then, in any order, gutter, bleed, margin and marks (mm), card=WxH (mm),
/// sides and duplex as in a file. Left out: cards of 85.6 × 53.98 mm, gutter 2, bleed 2 (towards a neighbour at most
/// half the gutter), margin 4.2, marks as long as there is room, up to 3, duplex over the long edge. Throws RunError:
/// usage when it cannot be read, bad_config with all that faults_of finds.
SheetFormat read_typed_format(const std::string& text);

}  // namespace pehchan
