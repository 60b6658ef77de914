#include "batch/digital_keys.h"

#include "base/file.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_key_set = 1'000'000;

}  // namespace

std::string publish_keys(const fs::path&, const DigitalSite& site) {
  const fs::path published = site.folder() / ".well-known" / "jwks.json";
  return fs::exists(published) ? read_file(published, largest_key_set) : R"({"keys":[]})";
}

}  // namespace pehchan
