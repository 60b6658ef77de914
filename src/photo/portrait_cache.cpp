#include "photo/portrait_cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/sha256.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t checksum_length = 64, key_length = 64;
constexpr std::uintmax_t trims_per_limit = 8;  // so that the limit is never passed by much

struct Kept {
  fs::path file;
  fs::file_time_type used;
  std::uintmax_t bytes;
};

bool is_hex(std::string_view text) { return text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

/// Named as file_of() names them, or as a part of one. Whatever else lies in the folder is somebody's own.
bool is_entry(const fs::path& file) {
  const std::string name = file.filename().string(), home = file.parent_path().filename().string();
  const bool is_ours = name.size() >= key_length && is_hex(std::string_view(name).substr(0, key_length));
  return is_ours && home.size() == 2 && name.starts_with(home) &&
         (name.size() == key_length || (name[key_length] == '.' && name.ends_with(".part")));
}

void add_entries_of(const fs::path& home, std::vector<Kept>& entries) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(home, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    std::error_code gone;  // another program trims as well
    if (!is_entry(entry->path()) || !entry->is_regular_file(gone) || gone) continue;
    const auto bytes = entry->file_size(gone);
    const auto used = gone ? fs::file_time_type() : entry->last_write_time(gone);
    if (!gone) entries.push_back({entry->path(), used, bytes});
  }
}

std::vector<Kept> entries_of(const fs::path& folder) {
  std::vector<Kept> entries;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.size() == 2 && is_hex(name)) add_entries_of(entry->path(), entries);
  }
  return entries;
}

/// Not synced: an entry that the power cut short fails its checksum.
bool write_whole(const fs::path& file, std::string_view one, std::string_view two) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return false;
  bool is_written = true;
  for (const auto bytes : {one, two})
    is_written = is_written && ::write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  return ::close(descriptor) == 0 && is_written;
}

}  // namespace

PortraitCache::PortraitCache(fs::path folder, std::uintmax_t most_bytes)
    : folder_(std::move(folder)), most_bytes_(most_bytes) {}

PortraitCache::~PortraitCache() {
  if (added_ > 0) trim();
}

// Two hex digits a folder: folders of tens of thousands of files are slow on some disks.
fs::path PortraitCache::file_of(const std::string& key) const { return folder_ / key.substr(0, 2) / key; }

std::optional<std::string> PortraitCache::find(const std::string& key) const {
  if (folder_.empty()) return std::nullopt;
  const fs::path file = file_of(key);
  std::ifstream stream(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (bytes.size() < checksum_length) return std::nullopt;
  const std::string entry = bytes.substr(checksum_length);
  if (sha256_hex(key + entry) != std::string_view(bytes).substr(0, checksum_length)) return std::nullopt;
  std::error_code ignored;
  fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
  return entry;
}

void PortraitCache::keep(const std::string& key, std::string_view entry) {
  if (folder_.empty() || entry.size() > most_bytes_) return;
  static std::atomic<unsigned> count = 0;
  const fs::path file = file_of(key);
  const fs::path part = fmt::format("{}.{}.{}.part", file.string(), ::getpid(), ++count);
  std::error_code error;
  if (fs::create_directories(folder_, error)) fs::permissions(folder_, fs::perms::owner_all, error);
  fs::create_directory(file.parent_path(), error);
  const std::string checksum = sha256_hex(key + std::string(entry));
  const bool is_written = write_whole(part, checksum, entry);
  if (is_written) fs::rename(part, file, error);
  if (!is_written || error) fs::remove(part, error);
  trim_sometimes(entry.size());
}

void PortraitCache::trim_sometimes(std::uintmax_t added) {
  if ((added_ += added) < most_bytes_ / trims_per_limit) return;
  const std::unique_lock lock(trimming_, std::try_to_lock);
  if (!lock) return;
  added_ = 0;
  trim();
}

void PortraitCache::trim() const {
  auto entries = entries_of(folder_);
  std::uintmax_t bytes = 0;
  for (const Kept& entry : entries) bytes += entry.bytes;
  // Room for what comes until the next time.
  const std::uintmax_t wanted = most_bytes_ - most_bytes_ / trims_per_limit;
  std::ranges::sort(entries, {}, &Kept::used);
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  for (const Kept& entry : entries) {
    const bool was_left = entry.file.extension() == ".part" && entry.used < long_ago;  // by a program that was killed
    if (bytes <= wanted && !was_left) continue;
    std::error_code ignored;
    fs::remove(entry.file, ignored);
    bytes -= entry.bytes;
  }
}

}  // namespace pehchan
