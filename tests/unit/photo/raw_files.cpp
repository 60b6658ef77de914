#include "unit/photo/raw_files.h"

namespace pehchan {

std::string number(std::uint32_t value, int width, bool is_big_endian) {
  std::string bytes;
  for (int i = 0; i < width; ++i) bytes += static_cast<char>(value >> 8 * (is_big_endian ? width - 1 - i : i) & 0xFF);
  return bytes;
}

std::string png_chunk(const std::string& kind, const std::string& body) {
  std::uint32_t crc = ~0U;
  for (const char byte : kind + body) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320U : 0);
  }
  return number(static_cast<std::uint32_t>(body.size()), 4) + kind + body + number(~crc, 4);
}

std::string riff_chunk(const std::string& kind, const std::string& body) {
  return kind + number(static_cast<std::uint32_t>(body.size()), 4, false) + body + std::string(body.size() % 2, '\0');
}

std::string zlib_stream(const std::string& bytes) {
  std::string stream = "\x78\x01";
  std::uint32_t a = 1, b = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 65'535) {
    const auto part = bytes.substr(at, 65'535);
    const auto length = static_cast<std::uint32_t>(part.size());
    stream += at + length == bytes.size() ? '\1' : '\0';
    stream += number(length, 2, false) + number(~length & 0xFFFF, 2, false) + part;
  }
  for (const char byte : bytes) a = (a + static_cast<unsigned char>(byte)) % 65'521, b = (b + a) % 65'521;
  return stream + number(b << 16 | a, 4);
}

std::string raw_png(const RawFile& file) {
  std::string rows;
  for (int y = 0; y < raw_side; ++y) rows += '\0' + file.row;  // no filter
  std::string png = "\x89PNG\r\n\x1A\n" +
                    png_chunk("IHDR", number(raw_side, 4) + number(raw_side, 4) + static_cast<char>(file.depth) +
                                          static_cast<char>(file.kind) + std::string(3, '\0'));
  if (!file.palette.empty()) png += png_chunk("PLTE", file.palette);
  if (!file.transparency.empty()) png += png_chunk("tRNS", file.transparency);
  return png + png_chunk("IDAT", zlib_stream(rows)) + png_chunk("IEND", "");
}

std::string raw_tiff(const RawFile& file) {
  std::string rows, entries;
  for (int y = 0; y < raw_side; ++y) rows += file.row;
  int count = 0;
  const auto tag = [&](std::uint32_t id, std::uint32_t value, std::uint32_t values = 1) {
    constexpr std::uint32_t short_type = 3, long_type = 4;
    const bool is_long = id == 273 || id == 279;
    entries += number(id, 2, false) + number(is_long ? long_type : short_type, 2, false) + number(values, 4, false) +
               number(value, 4, false);
    ++count;
  };
  constexpr std::uint32_t rows_at = 8;
  const auto depths_at = rows_at + static_cast<std::uint32_t>(rows.size()), palette_at = depths_at + 8;
  const auto samples = static_cast<std::uint32_t>(file.samples), depth = static_cast<std::uint32_t>(file.depth);
  std::string depths;
  for (int i = 0; i < 4; ++i) depths += number(depth, 2, false);
  tag(256, raw_side), tag(257, raw_side);
  tag(258, samples == 1 ? depth : samples == 2 ? depth << 16 | depth : depths_at, samples);
  tag(259, 1), tag(262, static_cast<std::uint32_t>(file.kind)), tag(273, rows_at), tag(277, samples);
  tag(278, raw_side), tag(279, static_cast<std::uint32_t>(rows.size()));
  if (!file.palette.empty()) tag(320, palette_at, static_cast<std::uint32_t>(file.palette.size() / 2));
  if (file.has_alpha) tag(338, 2);
  const auto directory_at = palette_at + static_cast<std::uint32_t>(file.palette.size());
  return "II*" + std::string(1, '\0') + number(directory_at, 4, false) + rows + depths + file.palette +
         number(static_cast<std::uint32_t>(count), 2, false) + entries + number(0, 4);
}

std::string animated_webp(const std::vector<std::string>& frames, int width, int height) {
  const auto size = [](int side) { return number(static_cast<std::uint32_t>(side - 1), 3, false); };
  std::string body = "WEBP" + riff_chunk("VP8X", number(2, 4, false) + size(width) + size(height)) +
                     riff_chunk("ANIM", std::string(6, '\0'));
  for (const auto& frame : frames)
    body += riff_chunk(
        "ANMF", std::string(6, '\0') + size(width) + size(height) + number(100, 3, false) + '\0' + frame.substr(12));
  return riff_chunk("RIFF", body);
}

}  // namespace pehchan
