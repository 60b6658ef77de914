#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pehchan {

/// Numbers of a hostile file: each read says whether it lay inside.
struct ByteReader {
  std::string_view bytes;
  bool is_big_endian = true;

  std::optional<std::uint32_t> number(std::size_t at, std::size_t width) const {
    if (at > bytes.size() || bytes.size() - at < width) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[at + (is_big_endian ? i : width - 1 - i)]);
      value = (value << 8) | byte;
    }
    return value;
  }
  std::optional<std::uint32_t> u16(std::size_t at) const { return number(at, 2); }
  std::optional<std::uint32_t> u24(std::size_t at) const { return number(at, 3); }
  std::optional<std::uint32_t> u32(std::size_t at) const { return number(at, 4); }
  bool has(std::size_t at, std::string_view what) const {
    return at <= bytes.size() && bytes.substr(at, what.size()) == what;
  }
};

}  // namespace pehchan
