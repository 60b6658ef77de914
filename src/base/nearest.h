#pragma once
#include <span>
#include <string>
#include <string_view>

namespace pehchan {

/// The known word that a mistyped one most likely means: at most a third of its letters differ (Levenshtein distance
/// with swaps of neighbours, over code points, so that Hindi is treated like English).
/// Empty when none is near.
std::string nearest(std::string_view written, std::span<const std::string_view> known);

}  // namespace pehchan
