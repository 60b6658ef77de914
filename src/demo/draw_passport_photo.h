#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace pehchan {

/// Somebody who does not exist, cropped as a finished portrait is, as JPEG bytes: so many px, the head (chin to crown)
/// so much of the height, upright and in the middle. Equal arguments, equal bytes. Throws RunError (internal).
std::string draw_passport_photo(std::uint64_t seed, std::size_t index, bool woman, int width, int height, double head);

}  // namespace pehchan
