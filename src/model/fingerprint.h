#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// How a picture looks, roughly: the same picture compressed, resized or brightened otherwise differs in few of the 256
/// bits, another picture in about half of them. Neither the picture nor who is in it can be told from it.
struct Fingerprint {
  static constexpr int size = 256;
  std::array<std::uint64_t, 4> words{};

  void set(int bit) { words[static_cast<std::size_t>(bit / 64)] |= std::uint64_t{1} << (bit % 64); }
  /// The 16 bits from `band`·16 on, band 0 to 15.
  std::uint16_t band(int band) const {
    return static_cast<std::uint16_t>(words[static_cast<std::size_t>(band / 4)] >> (band % 4 * 16));
  }
  bool operator==(const Fingerprint&) const = default;
};

/// In how many bits two differ, 0 to 256.
int distance(const Fingerprint& a, const Fingerprint& b);

/// As 64 lower-case hex digits, and back; nothing for any other text.
std::string hex_of(const Fingerprint& print);
std::optional<Fingerprint> fingerprint_of_hex(std::string_view hex);

}  // namespace pehchan
