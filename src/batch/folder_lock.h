#pragma once
#include <filesystem>

namespace pehchan {

/// One run at a time in an output folder. Held until destroyed, also by a killed process no longer.
class FolderLock {
 public:
  /// Creates `folder` when it is not there. Throws RunError: try_again when another run holds it, cannot_create when
  /// the folder cannot be made or written to.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace pehchan
