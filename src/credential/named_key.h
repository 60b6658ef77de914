#pragma once
#include <filesystem>
#include <string>

#include "credential/signing_key.h"

namespace pehchan {

/// The file of the private key that somebody names: that file itself, or of an office's folder (keys.toml) its current
/// key's. Nobody signs with a key that readers take no cards of: throws RunError (bad_config) for one that keys.toml
/// beside it, if there is one, says is withdrawn or published no more on this day; and as read_key_ring does.
std::filesystem::path named_key_file(const std::filesystem::path& file_or_folder, const std::string& today);

/// The key of a file, which the public key beside it, if there is one, belongs to: readers get that one. Throws
/// RunError: bad_config when it is another key's, and as SigningKey::read and read_public_keys do.
SigningKey read_named_key(const std::filesystem::path& file, const Passphrase& passphrase);

}  // namespace pehchan
