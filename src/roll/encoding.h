#pragma once
#include <istream>
#include <memory>
#include <string>

namespace pehchan {

/// A roll's text as UTF-8, in pieces, whatever it is written in. A byte order mark decides (UTF-8, UTF-16, UTF-32; the
/// mark itself is dropped), else the declared encoding, else UTF-8. UTF-8 is handed on unchecked, because only the
/// reader of rows can say in which row and column a wrong byte is; what another encoding cannot say becomes U+FFFD.
class TextReader {
 public:
  /// `declared` is any name ICU knows, or empty. Throws RunError (bad_input) if there is no such encoding. `file` is
  /// for messages. `bytes` must outlive the reader.
  TextReader(std::istream& bytes, std::string file, const std::string& declared);
  ~TextReader();
  TextReader(const TextReader&) = delete;
  TextReader& operator=(const TextReader&) = delete;

  /// Replaces `text` by the next piece (about 64 KiB, never empty); false at the end. Throws RunError (io_error).
  bool read(std::string& text);
  const std::string& file() const { return file_; }

 private:
  struct Converter;
  bool fill();

  std::istream& bytes_;
  std::string file_, raw_;
  std::unique_ptr<Converter> converter_;
};

}  // namespace pehchan
