#include "photo/tiff_tags.h"

#include "photo/byte_reader.h"

namespace pehchan {
namespace {
constexpr std::uint32_t most_entries = 512;  // a real IFD0 has some dozens
constexpr std::uint32_t type_short = 3, type_long = 4;
}  // namespace

std::optional<std::uint32_t> tiff_tag(std::string_view tiff, std::uint32_t tag) {
  ByteReader reader{tiff};
  if (reader.has(0, "II"))
    reader.is_big_endian = false;
  else if (!reader.has(0, "MM"))
    return std::nullopt;
  const auto magic = reader.u16(2), directory = reader.u32(4);
  if (magic != 42u || !directory) return std::nullopt;
  const auto entries = reader.u16(*directory);
  if (!entries || *entries > most_entries) return std::nullopt;
  for (std::uint32_t i = 0; i < *entries; ++i) {
    const std::size_t at = std::size_t{*directory} + 2 + 12 * std::size_t{i};
    if (reader.u16(at) != tag) continue;
    const auto type = reader.u16(at + 2), count = reader.u32(at + 4);
    if (!count || *count < 1) return std::nullopt;
    if (type == type_short) return reader.u16(at + 8);
    if (type == type_long) return reader.u32(at + 8);
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pehchan
