#include "credential/key_ring.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "base/atomic_file.h"
#include "base/file_lock.h"
#include "base/lies_in.h"
#include "base/run_error.h"
#include "credential/key_id.h"
#include "credential/key_pem.h"
#include "credential/key_ring_toml.h"
#include "credential/key_sets.h"
#include "credential/public_keys.h"
#include "credential/secret_file.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

fs::path private_file(const fs::path& folder, const std::string& kid) { return folder / (kid + ".pem"); }
fs::path public_file(const fs::path& folder, const std::string& kid) { return folder / (kid + ".pub.pem"); }

bool is_taken(const fs::path& folder, const KeyRing& ring, const std::string& kid) {
  return fs::exists(private_file(folder, kid)) || fs::exists(public_file(folder, kid)) ||
         std::ranges::find(ring.keys, kid, &KeyEntry::kid) != ring.keys.end();
}

/// 2026a, 2026b … of the year that the day lies in.
std::string free_kid(const fs::path& folder, const KeyRing& ring, const std::string& today) {
  for (char letter = 'a'; letter <= 'z'; ++letter)
    if (const std::string kid = today.substr(0, 4) + letter; !is_taken(folder, ring, kid)) return kid;
  throw RunError(ExitCode::cannot_create, "this year has 26 keys already", "Give the new one a name: --kid NAME.");
}

void refuse_bad_kid(const fs::path& folder, const KeyRing& ring, const std::string& kid) {
  if (!is_key_id(kid))
    throw RunError(ExitCode::usage, fmt::format("'{}' cannot be a key's name", kid),
                   "It has 1 to 32 letters of English, digits, '-' and '_', such as 2026a: each card's code holds it.");
  if (is_taken(folder, ring, kid))
    throw RunError(ExitCode::cannot_create, fmt::format("there is a key {} in {} already", kid, folder.string()),
                   "Give the new one another name: no key is ever written over.");
}

void make_secret_folder(const fs::path& folder) {
  if (folder.has_parent_path()) {
    std::error_code error;
    fs::create_directories(folder.parent_path(), error);
    if (error) throw cannot_write(folder.string(), error.value());
  }
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) throw cannot_write(folder.string(), errno);
}

/// Whatever the umask is: what others may change is refused when it is read.
void write_closed_file(const fs::path& file, const std::string& bytes) {
  write_file(file, bytes);
  fs::permissions(file, fs::perms::group_write | fs::perms::others_write, fs::perm_options::remove);
}

/// The private key first and the list last: a key that is in the list is whole.
void write_key(const fs::path& folder, const KeyRing& ring, EVP_PKEY& key, const Passphrase& passphrase) {
  const std::string& kid = ring.keys.back().kid;
  std::string pem = private_pem(key, passphrase);
  write_secret_file(private_file(folder, kid), pem);
  OPENSSL_cleanse(pem.data(), pem.size());
  write_closed_file(public_file(folder, kid), public_pem(public_part(key)));
  write_closed_file(key_ring_file(folder), key_ring_toml(ring));
}

/// A key that could not be entered in the list goes, so that the same command again makes the one it would have made.
KeyEntry add_key(const fs::path& folder, KeyRing ring, std::string kid, const Passphrase& passphrase,
                 const std::string& today) {
  if (kid.empty()) kid = free_kid(folder, ring, today);
  refuse_bad_kid(folder, ring, kid);
  forbid_core_dumps();
  const KeyHandle key = new_ed25519();
  ring.keys.push_back({.kid = kid, .made = today});
  try {
    write_key(folder, ring, *key, passphrase);
  } catch (const RunError&) {
    std::error_code ignored;
    for (const fs::path& file : {private_file(folder, kid), public_file(folder, kid)}) fs::remove(file, ignored);
    throw;
  }
  return ring.keys.back();
}

PublicKey public_key(const fs::path& folder, const std::string& kid) {
  const fs::path file = public_file(folder, kid);
  if (!fs::exists(file))
    throw RunError(ExitCode::missing_input, fmt::format("the public key {} is gone", file.string()),
                   fmt::format("Put it back from your copy. If the key was stolen: 'pehchan keys rotate', then "
                               "'pehchan keys withdraw {}'.",
                               kid));
  refuse_open_to_change(file);
  return read_public_keys(file).front();
}

FileLock lock_of(const fs::path& folder) { return {folder / ".lock", "the folder " + folder.string()}; }

}  // namespace

bool is_published(const KeyEntry& key, const std::string& today) {
  return key.withdrawn.empty() && (key.keep_until.empty() || key.keep_until >= today);
}

KeyEntry make_first_key(const fs::path& folder, const std::string& kid, const Passphrase& passphrase,
                        const std::string& today) {
  make_secret_folder(folder);
  const FileLock lock = lock_of(folder);
  if (fs::exists(key_ring_file(folder)))
    throw RunError(ExitCode::cannot_create, fmt::format("there are keys in {} already", folder.string()),
                   "A new key for further cards: 'pehchan keys rotate'.");
  return add_key(folder, {}, kid, passphrase, today);
}

KeyEntry rotate_key(const fs::path& folder, const std::string& kid, const std::string& keep_until,
                    const Passphrase& passphrase, const std::string& today) {
  read_key_ring(folder);
  const FileLock lock = lock_of(folder);
  KeyRing ring = read_key_ring(folder);
  ring.keys.back().retired = today;
  ring.keys.back().keep_until = keep_until;
  return add_key(folder, std::move(ring), kid, passphrase, today);
}

void withdraw_key(const fs::path& folder, const std::string& kid, const std::string& today) {
  read_key_ring(folder);
  const FileLock lock = lock_of(folder);
  KeyRing ring = read_key_ring(folder);
  const auto key = std::ranges::find(ring.keys, kid, &KeyEntry::kid);
  if (key == ring.keys.end())
    throw RunError(ExitCode::missing_input, fmt::format("there is no key '{}' in {}", kid, folder.string()),
                   "'pehchan keys list' says which there are.");
  if (key->retired.empty())
    throw RunError(ExitCode::usage, fmt::format("{} is the current key", kid),
                   "Make another one first: 'pehchan keys rotate'.");
  if (key->withdrawn.empty()) key->withdrawn = today;
  write_closed_file(key_ring_file(folder), key_ring_toml(ring));
}

PublicKeys published_keys(const fs::path& folder, const std::string& today) {
  PublicKeys keys;
  for (const KeyEntry& key : read_key_ring(folder).keys)
    if (is_published(key, today)) keys.push_back(public_key(folder, key.kid));
  std::ranges::sort(keys, {}, &PublicKey::kid);
  return keys;
}

void publish_keys(const PublicKeys& keys, const fs::path& folder) {
  const fs::path place = folder / ".well-known";
  std::error_code error;
  fs::create_directories(place, error);
  if (error) throw cannot_write(place.string(), error.value());
  write_file(place / "jwks.json", jwks_of(keys));
  write_file(place / "cose-keys.cbor", cose_key_set_of(keys));
}

}  // namespace pehchan
