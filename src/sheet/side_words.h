#pragma once
#include <array>
#include <string_view>

#include "model/sheet_format.h"

namespace pehchan {

/// As a sheet format's file says them, by their value.
inline constexpr std::array<std::string_view, 4> words_of_sides{"duplex", "separate", "both-up", "in-place"};
inline constexpr std::array<std::string_view, 3> words_of_duplex{"none", "long-edge", "short-edge"};

constexpr std::string_view word_of(Sides sides) { return words_of_sides[static_cast<std::size_t>(sides)]; }
constexpr std::string_view word_of(Duplex duplex) { return words_of_duplex[static_cast<std::size_t>(duplex)]; }

}  // namespace pehchan
