#include "batch/card_hashes.h"

#include <fmt/format.h>

#include "base/sha256.h"

namespace pehchan {
namespace fs = std::filesystem;

std::string row_hash(const std::vector<Field>& fields, const Member& member) {
  std::string text;
  // The length before each value keeps two fields from running into each other.
  for (const Field field : fields)
    text += fmt::format("{}={}:{};", name_of(field), member[field].size(), member[field]);
  return sha256_hex(text);
}

std::string photo_stamp(const fs::path& photo) {
  std::error_code error;
  const auto size = fs::file_size(photo, error);
  if (error) return {};
  const auto time = fs::last_write_time(photo, error);
  return error ? std::string() : fmt::format("{}:{}", size, time.time_since_epoch().count());
}

}  // namespace pehchan
