#include "photo/jpeg_header.h"

#include <algorithm>
#include <array>

#include "photo/exif.h"
#include "photo/limits.h"

namespace pehchan {
namespace {
using namespace std::string_view_literals;

struct Segment {
  std::uint32_t marker = 0;
  std::string_view body;  ///< without marker and length
};

bool is_start_of_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

constexpr std::uint32_t start_of_scan = 0xDA;

/// The segment at `at`, which is moved behind it; nothing at the end or where there is none.
std::optional<Segment> next_segment(const ByteReader& reader, std::size_t& at) {
  while (true) {
    const auto lead = reader.number(at, 1), marker = reader.number(at + 1, 1);
    if (!lead || !marker || *lead != 0xFF) return std::nullopt;
    if (*marker == 0xFF) {  // fill bytes may stand before a marker
      ++at;
      continue;
    }
    const auto length = reader.u16(at + 2);
    if (!length || *length < 2 || *marker == 0xD9) return std::nullopt;
    const Segment segment{*marker, reader.bytes.substr(at + 4).substr(0, *length - 2)};
    at += 2 + *length;
    return segment;
  }
}

// Two bytes a coefficient; as many as the component has samples.
double gathered_bytes(const ByteReader& frame, std::uint32_t components) {
  std::uint32_t samples = 0, across = 1, down = 1;
  for (std::uint32_t i = 0; i < components; ++i) {
    const auto sampling = frame.number(7 + 3 * std::size_t{i}, 1).value_or(0x11);
    samples += (sampling >> 4) * (sampling & 15);
    across = std::max(across, sampling >> 4);
    down = std::max(down, sampling & 15);
  }
  return 2.0 * samples / (across * down);
}

void read_frame(const Segment& segment, PictureHeader& header) {
  const ByteReader frame{segment.body};
  const auto components = frame.number(5, 1).value_or(0);
  const bool is_dct = segment.marker <= 0xC2 || segment.marker == 0xC9 || segment.marker == 0xCA;
  header.height = frame.u16(1).value_or(0);
  header.width = frame.u16(3).value_or(0);
  header.is_decodable = is_dct && frame.number(0, 1) == 8u;
  header.has_inks = components == 4;
  header.gathered = gathered_bytes(frame, std::min(components, 4U));
}

}  // namespace

bool read_jpeg_header(const ByteReader& reader, PictureHeader& header) {
  std::size_t at = 2;
  std::optional<Segment> frame;
  while (const auto segment = next_segment(reader, at)) {
    const auto body = segment->body;
    if (segment->marker == 0xE1 && body.starts_with("Exif\0\0"sv))
      header.orientation = exif_orientation(body.substr(6));
    if (segment->marker == 0xEE && body.starts_with("Adobe"sv)) header.has_adobe_inks = true;
    if (is_start_of_frame(segment->marker) && !frame) read_frame(*(frame = segment), header);
    if (segment->marker != start_of_scan) continue;
    // One scan with all components in a sequential frame: decoded row by row.
    const auto in_scan = ByteReader{body}.number(0, 1);
    const bool is_progressive = frame && (frame->marker == 0xC2 || frame->marker == 0xCA);
    if (frame && !is_progressive && in_scan == ByteReader{frame->body}.number(5, 1)) header.gathered = 0;
    break;
  }
  return frame.has_value();
}

std::string jpeg_profile(std::string_view bytes) {
  constexpr auto name = "ICC_PROFILE\0"sv;
  const ByteReader reader{bytes};
  std::array<std::string_view, 256> parts;
  std::size_t at = 2, count = 0, seen = 0, length = 0;
  while (const auto segment = next_segment(reader, at)) {
    if (segment->marker == start_of_scan) break;
    if (segment->marker != 0xE2 || !segment->body.starts_with(name) || segment->body.size() < 15) continue;
    const auto number = static_cast<unsigned char>(segment->body[12]),
               of = static_cast<unsigned char>(segment->body[13]);
    if (number == 0 || number > of || !parts[number].empty() || (seen > 0 && count != of)) return {};
    parts[number] = segment->body.substr(14);
    length += parts[number].size();
    count = of;
    ++seen;
  }
  if (seen == 0 || seen != count || length > longest_profile) return {};
  std::string profile;
  for (const auto part : parts) profile += part;
  return profile;
}

std::size_t scans_of(std::string_view bytes) {
  std::size_t count = 0;
  for (auto at = bytes.find("\xFF\xDA"sv); at != std::string_view::npos; at = bytes.find("\xFF\xDA"sv, at + 2)) ++count;
  return count;
}

}  // namespace pehchan
