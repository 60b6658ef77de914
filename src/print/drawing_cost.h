#pragma once
#include <cstddef>

namespace pehchan {

// What drawing artwork once costs, in operators: so that a small file cannot keep a reader, whether the proof's or a
// printer's, busy for hours.

inline constexpr std::size_t most_cost = 1'000'000;  ///< rich maps and guilloches have a tenth of it
inline constexpr std::size_t shade_cost = 200;       ///< a shading, a soft mask or a transparent group

/// A picture of so many px.
constexpr std::size_t picture_cost(std::size_t width, std::size_t height) { return width * height / 1000; }

}  // namespace pehchan
