#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace pehchan {

/// A file that appears under its final name only when it is complete: it is written to NAME.part, synced, then renamed,
/// and the folder synced. Destroyed before commit(), it removes the part. Throws RunError as cannot_write says.
class AtomicFile {
 public:
  /// Creates (or empties) NAME.part.
  explicit AtomicFile(std::filesystem::path final_name);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view bytes);
  /// For libraries that write by themselves: the part's name. What they wrote is synced by commit().
  const std::filesystem::path& part() const { return part_; }
  void commit();

 private:
  std::filesystem::path final_, part_;
  int descriptor_;
};

/// One whole file in one go.
void write_file(const std::filesystem::path& name, std::string_view bytes);

/// Publishes a finished NAME.part that was written elsewhere: sync, rename, sync the folder.
void publish(const std::filesystem::path& part, const std::filesystem::path& final_name);

}  // namespace pehchan
