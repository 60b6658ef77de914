#pragma once
#include <span>
#include <string>
#include <string_view>

namespace pehchan {

/// The known word that a mistyped one most likely means: at most a third of its letters differ (Levenshtein distance).
/// Empty when none is near.
std::string nearest(std::string_view written, std::span<const std::string_view> known);

}  // namespace pehchan
