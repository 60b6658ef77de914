#pragma once
#include <filesystem>

#include "credential/public_key.h"

namespace pehchan {

/// The public keys of a file: a JWKS, a COSE_KeySet, or a key in PEM, whose kid is the file's name (2026a.pub.pem). Or
/// of a folder: of one that 'pehchan keys' has made, those that are published today; of a site, those in its
/// .well-known; else of all such files in it. Throws RunError: missing_input, or bad_config when a file is none of
/// that, two keys of one kid differ, or there is no key.
PublicKeys read_public_keys(const std::filesystem::path& file_or_folder);

}  // namespace pehchan
