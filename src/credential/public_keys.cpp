#include "credential/public_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "base/file.h"
#include "base/run_error.h"
#include "credential/key_id.h"
#include "credential/key_pem.h"
#include "credential/key_ring_toml.h"
#include "credential/key_sets.h"
#include "credential/validity.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_key_file = 256 * 1024;
constexpr std::size_t most_files = 1000;

[[noreturn]] void refuse(const fs::path& file, const char* why) {
  throw RunError(ExitCode::bad_config, fmt::format("{}: {}", file.string(), why),
                 "Give what 'pehchan keys publish' writes: jwks.json, cose-keys.cbor, or the folder they are in.");
}

PublicKeys of_pem(const fs::path& file, std::string_view pem) {
  if (is_private_pem(pem)) refuse(file, "this is the private key; a reader needs the public one, KID.pub.pem");
  const std::string kid = key_id_of(file.filename().string());
  if (kid.empty()) refuse(file, "its name must be that of its key, such as 2026a.pub.pem");
  const auto x = read_public_pem(pem);
  if (!x) refuse(file, "it is no public key of Ed25519");
  return {{.kid = kid, .x = *x}};
}

PublicKeys of_file(const fs::path& file) {
  const std::string bytes = read_file(file, largest_key_file);
  if (bytes.find("-----BEGIN ") != std::string::npos) return of_pem(file, bytes);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  const bool is_json = first != std::string::npos && bytes[first] == '{';
  const auto keys = is_json ? read_jwks(bytes) : read_cose_key_set(bytes);
  if (!keys) refuse(file, keys.error());
  return *keys;
}

bool may_hold_keys(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".pub.pem") || name.ends_with(".json") || name.ends_with(".cbor");
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator i(folder, error), end; !error && i != end && files.size() < most_files;
       i.increment(error))
    if (may_hold_keys(i->path())) files.push_back(i->path());
  if (error) refuse(folder, "the folder cannot be read");
  std::ranges::sort(files);
  return files;
}

/// One key may stand in several files; two of one name may not.
PublicKeys without_doubles(PublicKeys keys, const fs::path& where) {
  std::ranges::stable_sort(keys, {}, &PublicKey::kid);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  if (std::ranges::adjacent_find(keys, {}, &PublicKey::kid) != keys.end())
    refuse(where, "it has two different keys of one kid");
  return keys;
}

}  // namespace

const PublicKey* find_key(const PublicKeys& keys, std::string_view kid) {
  const auto found = std::ranges::find(keys, kid, &PublicKey::kid);
  return found == keys.end() ? nullptr : &*found;
}

PublicKeys read_public_keys(const fs::path& where) {
  if (!fs::is_directory(where)) return without_doubles(of_file(where), where);
  if (fs::exists(key_ring_file(where))) return published_keys(where, day_of(std::time(nullptr)));
  const fs::path published = where / ".well-known";
  PublicKeys keys;
  for (const fs::path& file : files_in(fs::is_directory(published) ? published : where)) {
    const PublicKeys more = of_file(file);
    keys.insert(keys.end(), more.begin(), more.end());
  }
  if (keys.empty()) refuse(where, "there is no public key in this folder");
  return without_doubles(std::move(keys), where);
}

}  // namespace pehchan
