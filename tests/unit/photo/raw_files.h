#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace pehchan {

/// `value` in `width` bytes.
std::string number(std::uint32_t value, int width, bool is_big_endian = true);

std::string png_chunk(const std::string& kind, const std::string& body);
std::string riff_chunk(const std::string& kind, const std::string& body);

/// RFC 1950 and 1951, in blocks without compression.
std::string zlib_stream(const std::string& bytes);

/// A picture whose samples a test writes itself, 128×128 px, each of its rows the same `row`, without padding.
struct RawFile {
  int depth = 8;           ///< bits of a sample
  int kind = 0;            ///< PNG's colour type, TIFF's PhotometricInterpretation
  int samples = 1;         ///< of a px; TIFF only
  bool has_alpha = false;  ///< TIFF: the last sample is alpha, colours not multiplied
  std::string row = {};
  std::string palette = {};       ///< RGB bytes for a PNG, TIFF's ColorMap in 16 bit little-endian
  std::string transparency = {};  ///< PNG's tRNS
};
constexpr int raw_side = 128;

std::string raw_png(const RawFile& file);
std::string raw_tiff(const RawFile& file);

/// An animation of WebP files without alpha, all of `width` × `height`.
std::string animated_webp(const std::vector<std::string>& frames, int width, int height);

}  // namespace pehchan
