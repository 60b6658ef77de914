#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace pehchan {

/// A file that a library writes through us instead of by itself, because libraries lose the reason when a disk is full
/// (Cairo's and QPDF's own files then end short without a word). The first error stays.
class OutputFile {
 public:
  /// Creates or empties it. Throws RunError as cannot_write says.
  explicit OutputFile(std::filesystem::path name);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// False once something could not be written; does not throw, for callers written in C.
  bool write(const unsigned char* bytes, std::size_t count) noexcept;
  /// Throws RunError, as cannot_write says, if something could not be written.
  void check() const;
  /// The rest goes out. Throws as check().
  void finish();

 private:
  void flush() noexcept;

  std::filesystem::path name_;
  int descriptor_;
  int error_ = 0;
  std::string waiting_;
};

/// One whole file in one go, not synced: many that are brought to the disk together later. Throws as OutputFile does.
void write_unsynced(const std::filesystem::path& name, std::string_view bytes);

}  // namespace pehchan
