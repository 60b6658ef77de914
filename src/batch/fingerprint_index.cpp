#include "batch/fingerprint_index.h"

#include <bit>

namespace pehchan {
namespace {

constexpr int bands = 16, band_bits = 16, most_in_band = 2;
constexpr std::size_t values = std::size_t{1} << band_bits;

int band_distance(const Fingerprint& a, const Fingerprint& b, int band) {
  return std::popcount(static_cast<unsigned>(a.band(band) ^ b.band(band)));
}

/// Every change of a band by at most two bits.
const std::vector<std::uint16_t>& changes() {
  static const std::vector<std::uint16_t> all = [] {
    std::vector<std::uint16_t> few;
    for (unsigned value = 0; value < values; ++value)
      if (std::popcount(value) <= most_in_band) few.push_back(static_cast<std::uint16_t>(value));
    return few;
  }();
  return all;
}

}  // namespace

FingerprintIndex::FingerprintIndex(std::span<const Fingerprint> prints) : prints_(prints), bands_(bands) {
  for (int band = 0; band < bands; ++band) {
    auto& [first, which] = bands_[static_cast<std::size_t>(band)];
    first.assign(values + 1, 0);
    which.resize(prints.size());
    for (const Fingerprint& print : prints) ++first[print.band(band) + std::size_t{1}];
    for (std::size_t value = 0; value < values; ++value) first[value + 1] += first[value];
    auto next = first;
    for (std::size_t i = 0; i < prints.size(); ++i) which[next[prints[i].band(band)]++] = static_cast<std::uint32_t>(i);
  }
}

void FingerprintIndex::each_near(const Fingerprint& print, int most,
                                 const std::function<void(std::size_t, int)>& on_near) const {
  for (int band = 0; band < bands; ++band)
    for (const std::uint16_t change : changes())
      look_in(band, static_cast<std::uint16_t>(print.band(band) ^ change), print, most, on_near);
}

void FingerprintIndex::look_in(int band, std::uint16_t value, const Fingerprint& print, int most,
                               const std::function<void(std::size_t, int)>& on_near) const {
  const auto& [first, which] = bands_[static_cast<std::size_t>(band)];
  for (std::size_t at = first[value]; at < first[value + std::size_t{1}]; ++at) {
    const Fingerprint& other = prints_[which[at]];
    const int bits = distance(print, other);
    if (bits > most) continue;
    // Two prints meet in every band that is alike; the first of them counts.
    int earlier = 0;
    while (earlier < band && band_distance(print, other, earlier) > most_in_band) ++earlier;
    if (earlier == band) on_near(which[at], bits);
  }
}

}  // namespace pehchan
