#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace pehchan {

/// A QR code that somebody shows.
struct ShownCode {
  std::string source;     ///< the file as it was named; "-" for standard input, "code" for a code that was typed
  std::size_t page = 0;   ///< of a PDF, from 1; 0 elsewhere
  std::string text = {};  ///< empty: there is no code in the picture or file
};

/// The codes of a picture (JPEG, PNG, HEIC, WebP, TIFF, BMP), a PDF or a text file of one code a line; of standard
/// input, such lines, when `what` is "-"; or `what` itself, when there is no such file and it is long enough to be a
/// code. A link that lies beside other codes of a file is left out. Throws RunError: missing_input, or bad_input when
/// it cannot be opened as what it is.
std::vector<ShownCode> read_codes(const std::string& what, unsigned jobs);

/// How many codes were read from a page, or from what has none. A code that nobody saw is told of nowhere else: whoever
/// knows how many cards lie on the page can count.
struct PageCount {
  std::string source;
  std::size_t page = 0;
  std::size_t codes = 0;
};
/// Of each page that has a code; of something without any, that there are none.
std::vector<PageCount> count_codes(const std::vector<ShownCode>& codes);

}  // namespace pehchan
