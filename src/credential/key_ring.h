#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "credential/passphrase.h"
#include "credential/public_key.h"

namespace pehchan {

/// One key of an office's folder. Days are YYYY-MM-DD.
struct KeyEntry {
  std::string kid;
  std::string made;
  std::string retired = {};     ///< since then another key signs; empty: this is the current one
  std::string keep_until = {};  ///< last day on which a retired one is published; empty: for ever
  std::string withdrawn = {};   ///< since then it is published no more, because somebody else may have it
  bool operator==(const KeyEntry&) const = default;
};

/// What keys.toml says of a folder: the keys in the order in which they were made, the last the current one.
struct KeyRing {
  std::vector<KeyEntry> keys;
};

/// Throws RunError: missing_input when there is none, bad_config when it is wrong or others may change it or the
/// folder.
KeyRing read_key_ring(const std::filesystem::path& folder);

/// Whether readers get its public part on this day.
bool is_published(const KeyEntry& key, const std::string& today);

/// The first key of a folder, which is made for it, for its owner alone. `kid` empty: the year and a letter. Throws
/// RunError: cannot_create when there are keys or a file of that name already, and as cannot_write says.
KeyEntry make_first_key(const std::filesystem::path& folder, const std::string& kid, const Passphrase& passphrase,
                        const std::string& today);

/// A new current key; the one before is retired, and published until the end of `keep_until` (empty: for ever). Throws
/// as both above.
KeyEntry rotate_key(const std::filesystem::path& folder, const std::string& kid, const std::string& keep_until,
                    const Passphrase& passphrase, const std::string& today);

/// A retired key is published no more: readers then take none of its cards. Throws RunError: missing_input when there
/// is no such key, usage when it is the current one; and as read_key_ring does.
void withdraw_key(const std::filesystem::path& folder, const std::string& kid, const std::string& today);

/// The public keys that readers need on this day. Throws RunError: bad_config when a public key is wrong or others may
/// change its file, missing_input when it is gone; and as read_key_ring does.
PublicKeys published_keys(const std::filesystem::path& folder, const std::string& today);

/// Writes .well-known/jwks.json and .well-known/cose-keys.cbor into a folder, which is made when absent. Throws as
/// cannot_write says.
void publish_keys(const PublicKeys& keys, const std::filesystem::path& folder);

}  // namespace pehchan
