#pragma once
#include <cstdint>

namespace pehchan {

/// No picture of more is decoded, whatever its format: a phone of 2024 makes 50 million, a camera of the middle format
/// 100.
constexpr std::uint64_t most_pixels = 100'000'000;

/// No picture is decoded whose header says that this takes more memory, result and the decoder's own buffers together.
/// With the program itself it then stays under 1 GiB.
constexpr std::uint64_t most_memory = 900'000'000;

/// Longest ICC profile that is kept. Those of phones take 0.5 kB, of presses 2 MB at most.
constexpr std::uint32_t longest_profile = 4'000'000;

}  // namespace pehchan
