#include "draw/jpeg_fault.h"

#include <turbojpeg.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "draw/exif_turn.h"

namespace pehchan {
namespace {

/// As many as 5 MB and 25 MP stay quick to decode with; encoders make ten.
constexpr std::size_t most_scans = 100;
constexpr const char* again = "Save it again as a usual JPEG, in RGB.";

std::size_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// The frame's marker; 0 when there is none where Cairo finds it: it stops at bytes that pad a marker, and would draw
/// nothing.
std::size_t frame_marker(std::string_view bytes) {
  for (std::size_t at = 2; at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF;) {
    const std::size_t marker = byte_at(bytes, at + 1);
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) return marker;
    at += 2 + (byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3));
  }
  return 0;
}

std::size_t scans_of(std::string_view bytes) {
  std::size_t scans = 0;
  for (auto at = bytes.find("\xFF\xDA"); at != std::string_view::npos; at = bytes.find("\xFF\xDA", at + 2)) ++scans;
  return scans;
}

struct Close {
  void operator()(void* decoder) const { tjDestroy(decoder); }
};

}  // namespace

std::optional<JpegFault> jpeg_fault(std::string_view bytes) {
  const std::size_t frame = frame_marker(bytes);
  if (frame == 0) return JpegFault{"it is damaged", again};
  if (frame > 0xC2 || scans_of(bytes) > most_scans) return JpegFault{"it is coded in an unusual way", again};
  const std::unique_ptr<void, Close> decoder(tjInitDecompress());
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (tjDecompressHeader3(decoder.get(), data, bytes.size(), &width, &height, &sampling, &colours) != 0)
    return JpegFault{"it is damaged", again};
  if (colours == TJCS_CMYK || colours == TJCS_YCCK)
    return JpegFault{"it is in CMYK, which prints in other colours than it was made with", "Save it as RGB."};
  if (asks_for_a_turn(bytes))
    return JpegFault{"it lies on its side or is mirrored, and only a note in it says how it is to be turned",
                     "Turn it in an image program until it is right, and save it again."};
  constexpr tjscalingfactor eighth{1, 8};
  const int wide = TJSCALED(width, eighth), high = TJSCALED(height, eighth);
  std::vector<unsigned char> seen(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high));
  // A picture that is cut off is a warning to libjpeg, which fills it up with grey.
  if (tjDecompress2(decoder.get(), data, bytes.size(), seen.data(), wide, 0, high, TJPF_GRAY, TJFLAG_STOPONWARNING) !=
      0)
    return JpegFault{"it is damaged", "Save it again, or take another copy of it."};
  return std::nullopt;
}

}  // namespace pehchan
