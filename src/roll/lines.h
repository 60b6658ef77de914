#pragma once
#include <cstddef>
#include <string>

#include "roll/encoding.h"

namespace pehchan {

/// A physical line with its own ending (\n, \r\n or \r; none at the end of the file).
struct Line {
  std::string text;
  bool cut = false;  ///< longer than the limit: `text` is its start, and the rest was passed over
};

/// Splits text into physical lines and never holds more of one than the limit.
class LineReader {
 public:
  LineReader(TextReader& text, std::size_t limit) : source_(text), limit_(limit) {}
  /// False at the end.
  bool next(Line& line);

 private:
  bool refill();
  void take(Line& line, std::size_t count);

  TextReader& source_;
  std::size_t limit_;
  std::string piece_;
  std::size_t at_ = 0;
};

}  // namespace pehchan
