#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// Portraits that were made before, kept by what they were made from. Any number of threads and programs may use one
/// folder at once: an entry appears whole, and is believed only while its checksum is right. What cannot be kept (a
/// full disk, a folder that may not be written) is made again next time; the run goes on.
class PortraitCache {
 public:
  /// An empty `folder`: nothing is kept. The folder is made when needed, for its owner alone: it holds people's faces.
  /// Past `most_bytes` the entries that were used longest ago go, and nothing else that lies there.
  PortraitCache(std::filesystem::path folder, std::uintmax_t most_bytes);
  ~PortraitCache();
  PortraitCache(const PortraitCache&) = delete;
  PortraitCache& operator=(const PortraitCache&) = delete;

  /// `key`: 64 hex digits.
  std::optional<std::string> find(const std::string& key) const;
  void keep(const std::string& key, std::string_view entry);

 private:
  std::filesystem::path file_of(const std::string& key) const;
  void trim_sometimes(std::uintmax_t added);
  void trim() const;

  std::filesystem::path folder_;
  std::uintmax_t most_bytes_;
  std::atomic<std::uintmax_t> added_ = 0;
  std::mutex trimming_;
};

}  // namespace pehchan
