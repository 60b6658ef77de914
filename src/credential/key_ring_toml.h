#pragma once
#include <filesystem>
#include <string>

#include "credential/key_ring.h"

namespace pehchan {

/// Where a folder of keys says which it has: keys.toml.
std::filesystem::path key_ring_file(const std::filesystem::path& folder);

/// What read_key_ring reads.
std::string key_ring_toml(const KeyRing& ring);

}  // namespace pehchan
