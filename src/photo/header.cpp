#include "photo/header.h"

#include <cstdlib>

#include "photo/byte_reader.h"
#include "photo/exif.h"
#include "photo/heif_items.h"
#include "photo/jpeg_header.h"
#include "photo/tiff_tags.h"

namespace pehchan {
namespace {
using namespace std::string_view_literals;

// PNG (third edition) 11: chunks of length, type, data, checksum; eXIf may stand anywhere.
bool read_png(ByteReader reader, PictureHeader& header) {
  if (!reader.has(12, "IHDR"sv)) return false;
  header.width = reader.u32(16).value_or(0);
  header.height = reader.u32(20).value_or(0);
  std::size_t at = 8;
  while (const auto length = reader.u32(at)) {
    if (reader.has(at + 4, "IEND"sv)) break;
    if (reader.has(at + 4, "eXIf"sv)) {
      header.orientation = exif_orientation(reader.bytes.substr(at + 8).substr(0, *length));
      break;
    }
    at += 12 + std::size_t{*length};
  }
  return true;
}

void read_webp_exif(const ByteReader& reader, PictureHeader& header) {
  std::size_t at = 12;
  while (const auto length = reader.u32(at + 4)) {
    if (reader.has(at, "EXIF"sv)) {
      auto payload = reader.bytes.substr(at + 8).substr(0, *length);
      if (payload.starts_with("Exif\0\0"sv)) payload.remove_prefix(6);  // some writers keep JPEG's prefix
      header.orientation = exif_orientation(payload);
      return;
    }
    at += 8 + std::size_t{*length} + *length % 2;  // chunks are padded to even
  }
}

// RFC 9649: the size is in VP8X for extended files, else in the one image chunk.
bool read_webp(ByteReader reader, PictureHeader& header) {
  reader.is_big_endian = false;
  if (reader.has(12, "VP8X"sv)) {
    header.width = reader.u24(24).value_or(0) + 1;
    header.height = reader.u24(27).value_or(0) + 1;
    read_webp_exif(reader, header);
    return reader.u24(27).has_value();
  }
  if (reader.has(12, "VP8L"sv)) {
    const auto bits = reader.u32(21);
    if (!bits || !reader.has(20, "\x2f"sv)) return false;
    header.width = (*bits & 0x3FFF) + 1;
    header.height = ((*bits >> 14) & 0x3FFF) + 1;
    return true;
  }
  if (!reader.has(12, "VP8 "sv) || !reader.has(23, "\x9d\x01\x2a"sv)) return false;
  header.width = reader.u16(26).value_or(0) & 0x3FFF;
  header.height = reader.u16(28).value_or(0) & 0x3FFF;
  return true;
}

bool read_tiff(ByteReader reader, PictureHeader& header) {
  header.width = tiff_tag(reader.bytes, 256).value_or(0);
  header.height = tiff_tag(reader.bytes, 257).value_or(0);
  header.orientation = exif_orientation(reader.bytes);
  return true;
}

bool read_bmp(ByteReader reader, PictureHeader& header) {
  reader.is_big_endian = false;
  if (reader.u32(14) == 12u) {  // OS/2 1.x
    header.width = reader.u16(18).value_or(0);
    header.height = reader.u16(20).value_or(0);
    return true;
  }
  header.width = reader.u32(18).value_or(0);
  const auto height = static_cast<std::int32_t>(reader.u32(22).value_or(0));  // negative: rows run downward
  header.height = height < 0 ? 0u - static_cast<std::uint32_t>(height) : static_cast<std::uint32_t>(height);
  return true;
}

bool read_heic(const ByteReader& reader, PictureHeader& header) {
  const auto file = read_heif_items(reader.bytes);
  const auto* primary = file ? file->find(file->primary) : nullptr;
  if (primary == nullptr) return false;
  header.width = primary->width;
  header.height = primary->height;
  return true;
}

bool read_size(PictureFormat format, const ByteReader& reader, PictureHeader& header) {
  switch (format) {
    case PictureFormat::jpeg:
      return read_jpeg_header(reader, header);
    case PictureFormat::png:
      return read_png(reader, header);
    case PictureFormat::webp:
      return read_webp(reader, header);
    case PictureFormat::tiff:
      return read_tiff(reader, header);
    case PictureFormat::bmp:
      return read_bmp(reader, header);
    case PictureFormat::heic:
      return read_heic(reader, header);
  }
  return false;
}

}  // namespace

std::optional<PictureFormat> picture_format(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return PictureFormat::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return PictureFormat::png;
  if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv)) return PictureFormat::webp;
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return PictureFormat::tiff;
  if (bytes.starts_with("BM"sv)) return PictureFormat::bmp;
  if (is_heic(bytes)) return PictureFormat::heic;
  return std::nullopt;
}

std::optional<PictureHeader> read_header(std::string_view bytes) {
  const auto format = picture_format(bytes);
  if (!format) return std::nullopt;
  PictureHeader header{.format = *format};
  if (!read_size(*format, ByteReader{bytes}, header) || header.width == 0 || header.height == 0) return std::nullopt;
  return header;
}

}  // namespace pehchan
