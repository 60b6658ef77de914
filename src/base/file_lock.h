#pragma once
#include <filesystem>
#include <string>

namespace pehchan {

/// A lock that one process holds on a file, made for it when absent, as long as this lives; a process that is killed
/// lets go of it. The folder is made when absent.
class FileLock {
 public:
  /// `what` is told to people: "the folder cards". Throws RunError: try_again when another process holds it, and
  /// cannot_write's codes.
  FileLock(const std::filesystem::path& file, const std::string& what);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace pehchan
