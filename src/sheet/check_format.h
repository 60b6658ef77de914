#pragma once
#include <string>
#include <vector>

#include "model/sheet_format.h"

namespace pehchan {

/// Why cards cannot be printed on a format, and which key of its file is to blame.
struct FormatFault {
  std::string key, what;
};

/// All that is wrong with where things lie: cards or their bleed beyond what the printer reaches or upon each other, a
/// bleed wider than half a gutter, marks upon a bleed or beyond the printable area, backs that would not lie behind
/// their fronts, no room for what the margin is to hold. Lengths and counts themselves are sane: at least one card.
std::vector<FormatFault> faults_of(const SheetFormat& format);

}  // namespace pehchan
