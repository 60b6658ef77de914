#pragma once
#include <filesystem>

namespace pehchan {

/// A new folder that nobody else may look into, in the system's place for such; gone with all it holds when this goes.
/// Throws RunError as cannot_write says.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace pehchan
