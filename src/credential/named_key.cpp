#include "credential/named_key.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/lies_in.h"
#include "base/run_error.h"
#include "credential/key_id.h"
#include "credential/key_ring.h"
#include "credential/key_ring_toml.h"
#include "credential/public_keys.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// Why readers take nothing of this key; empty: they do.
std::string fault_of(const KeyEntry& key, const std::string& today) {
  if (!key.withdrawn.empty()) return "was withdrawn on " + key.withdrawn;
  if (!is_published(key, today)) return "was published until " + key.keep_until + " and is no more";
  return {};
}

}  // namespace

fs::path named_key_file(const fs::path& named, const std::string& today) {
  if (fs::is_directory(named)) return named / (read_key_ring(named).keys.back().kid + ".pem");
  const fs::path folder = whole_path(named).parent_path();
  if (!fs::exists(key_ring_file(folder))) return named;
  const KeyRing ring = read_key_ring(folder);
  const auto key = std::ranges::find(ring.keys, key_id_of(named.filename().string()), &KeyEntry::kid);
  const std::string fault = key == ring.keys.end() ? "" : fault_of(*key, today);
  if (fault.empty()) return named;
  throw RunError(
      ExitCode::bad_config, fmt::format("the key {} {}: readers take nothing that it has signed", key->kid, fault),
      fmt::format("Name the folder, whose current key signs, or {}; or make another one: 'pehchan keys rotate'.",
                  (folder / (ring.keys.back().kid + ".pem")).string()));
}

SigningKey read_named_key(const fs::path& file, const Passphrase& passphrase) {
  SigningKey key = SigningKey::read(file, passphrase);
  const fs::path beside = whole_path(file).parent_path() / (key.kid() + ".pub.pem");
  if (fs::exists(beside) && read_public_keys(beside).front().x != key.public_part())
    throw RunError(ExitCode::bad_config,
                   fmt::format("{} is not the public key of {}: readers would take its cards for forged",
                               beside.string(), file.string()),
                   "Put both files back from your copy; or make another key: 'pehchan keys rotate'.");
  return key;
}

}  // namespace pehchan
