#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace pehchan {

enum class Scene { portrait, nobody, two_people, too_small };

/// A photo as a phone would have taken it, as JPEG bytes: 1200×1600 px, too_small 200×266. About a quarter are stored
/// turned, with the Exif orientation that puts them right. Equal arguments, equal bytes.
std::string draw_photo(std::uint64_t seed, std::size_t index, bool woman, Scene scene = Scene::portrait);

/// The Exif orientation, 1 to 8, that this photo is stored with.
int orientation_of(std::uint64_t seed, std::size_t index);

}  // namespace pehchan
