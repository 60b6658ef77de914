#include "digital/png.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "base/run_error.h"

namespace pehchan {
namespace {

using Row = const unsigned char*;
constexpr std::size_t px_bytes = 3;

void append_number(std::string& bytes, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
}

void append_chunk(std::string& png, std::string_view kind, std::string_view content) {
  append_number(png, static_cast<std::uint32_t>(content.size()));
  const std::size_t begin = png.size();
  png.append(kind).append(content);
  const auto* checked = reinterpret_cast<const unsigned char*>(png.data()) + begin;
  append_number(png, crc32_gzip_refl(0, checked, kind.size() + content.size()));
}

enum Filter : unsigned char { none = 0, sub = 1, up = 2 };

/// A filtered row, which is smaller the nearer its bytes are to 0.
std::size_t weight_of(Row bytes, std::size_t count) {
  std::size_t weight = 0;
  for (std::size_t i = 0; i < count; ++i)
    weight += static_cast<std::size_t>(std::abs(static_cast<signed char>(bytes[i])));
  return weight;
}

void filter_row(Filter filter, Row row, Row above, std::size_t count, unsigned char* to) {
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned char near = filter == sub ? (i < px_bytes ? 0 : row[i - px_bytes]) : filter == up ? above[i] : 0;
    to[i] = static_cast<unsigned char>(row[i] - near);
  }
}

std::vector<unsigned char> filtered(const RgbPicture& picture) {
  const std::size_t count = picture.row_bytes();
  std::vector<unsigned char> bytes;
  bytes.reserve((count + 1) * static_cast<std::size_t>(picture.height));
  const std::vector<unsigned char> nothing(count, 0);
  std::vector<unsigned char> tried(count), best(count);
  for (int y = 0; y < picture.height; ++y) {
    const Row row = picture.pixels.data() + static_cast<std::size_t>(y) * count,
              above = y == 0 ? nothing.data() : row - count;
    Filter chosen = none;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const Filter filter : {up, sub}) {
      filter_row(filter, row, above, count, tried.data());
      const std::size_t weight = weight_of(tried.data(), count);
      if (weight >= least) continue;
      least = weight, chosen = filter;
      best.swap(tried);
    }
    bytes.push_back(chosen);
    bytes.insert(bytes.end(), best.begin(), best.end());
  }
  return bytes;
}

/// The zlib stream of these bytes.
std::string packed(std::vector<unsigned char>& bytes) {
  std::vector<unsigned char> work(ISAL_DEF_LVL1_DEFAULT);
  isal_zstream stream;
  isal_deflate_init(&stream);
  stream.level = 1;
  stream.level_buf = work.data();
  stream.level_buf_size = static_cast<std::uint32_t>(work.size());
  stream.gzip_flag = IGZIP_ZLIB;
  stream.end_of_stream = 1;
  stream.flush = NO_FLUSH;
  const std::size_t room = bytes.size() + bytes.size() / 8 + 1024;
  const auto out = std::make_unique_for_overwrite<unsigned char[]>(room);
  stream.next_in = bytes.data();
  stream.avail_in = static_cast<std::uint32_t>(bytes.size());
  stream.next_out = out.get();
  stream.avail_out = static_cast<std::uint32_t>(room);
  if (isal_deflate(&stream) != COMP_OK || stream.avail_in != 0)
    throw RunError(ExitCode::internal, "a card's picture could not be packed");
  return {reinterpret_cast<const char*>(out.get()), stream.total_out};
}

}  // namespace

std::string png_of(const RgbPicture& picture, double dpi) {
  std::string png("\x89PNG\r\n\x1A\n", 8), header, resolution;
  append_number(header, static_cast<std::uint32_t>(picture.width));
  append_number(header, static_cast<std::uint32_t>(picture.height));
  header.append("\x08\x02\x00\x00\x00", 5);
  append_chunk(png, "IHDR", header);
  append_chunk(png, "sRGB", std::string_view("\0", 1));
  const auto px_a_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
  append_number(resolution, px_a_metre);
  append_number(resolution, px_a_metre);
  append_chunk(png, "pHYs", resolution + '\x01');
  std::vector<unsigned char> bytes = filtered(picture);
  append_chunk(png, "IDAT", packed(bytes));
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace pehchan
