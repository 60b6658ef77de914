#pragma once
#include <cstddef>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace pehchan {

/// What a content stream of artwork does, and its bytes without what does not draw.
struct ContentStream {
  std::string bytes;     ///< known operators only; no marked content; every q has its Q
  std::size_t cost = 0;  ///< of drawing it once, calls not counted: operators, shades, pictures in it
  std::map<std::string, std::size_t> calls;  ///< "XObject/Fm0", "Pattern/P1", "ExtGState/G0": how often each is used
  bool uses_cmyk = false;                    ///< sets a colour of DeviceCMYK
};

/// A stream's data unpacked, at most `most` bytes. Throws RunError (bad_config) naming `file` when it is more, cannot
/// be unpacked, or would need a row of over 1 MB to unpack.
std::string unpacked(QPDFObjectHandle stream, std::size_t most, const std::string& file);

/// Reads `content`; `pdf` is any file to read in. Throws RunError (bad_config) naming `file` when it is damaged or
/// keeps more than 500 states at once.
ContentStream read_content(QPDF& pdf, const std::string& content, const std::string& file);

}  // namespace pehchan
