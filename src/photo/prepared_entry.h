#pragma once
#include <optional>
#include <string>

#include "photo/prepare.h"

namespace pehchan {

/// A prepared photo as one entry of the cache, and back; nothing when the bytes are not such an entry.
std::string entry_of(const PreparedPhoto& photo);
std::optional<PreparedPhoto> photo_of(const std::string& entry);

/// All that decides what becomes of any photo: this program's own picture code, the libraries, the spec.
std::string settings_hash(const PortraitSpec& spec);

/// The entry's key: the photo, the settings and a person's decision about it, if there is one.
std::string entry_key(const std::string& photo_sha256, const std::string& settings, const PhotoOverride* decision);

/// The key of an answer to another question about a photo, or about several.
std::string answer_key(const std::string& photo_sha256, const char* question);

}  // namespace pehchan
