#include "batch/digital_keys.h"

#include <ctime>

#include "base/file.h"
#include "credential/key_ring.h"
#include "credential/key_ring_toml.h"
#include "credential/key_sets.h"
#include "credential/public_keys.h"
#include "credential/validity.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_key_set = 1'000'000;

}  // namespace

std::string site_keys(const fs::path& folder, const DigitalSite& site) {
  if (!folder.empty()) {
    const PublicKeys keys = fs::exists(key_ring_file(folder)) ? published_keys(folder, day_of(std::time(nullptr)))
                                                              : read_public_keys(folder);
    site.put(".well-known/jwks.json", jwks_of(keys));
    site.put(".well-known/cose-keys.cbor", cose_key_set_of(keys));
    return jwks_of(keys);
  }
  const fs::path published = site.folder() / ".well-known" / "jwks.json";
  return fs::exists(published) ? read_file(published, largest_key_set) : R"({"keys":[]})";
}

}  // namespace pehchan
