#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/fingerprint.h"

namespace pehchan {

/// Finds the prints near a print without comparing it with all of them. Of the 16 bands of 16 bits that make up two
/// prints at most 47 bits apart one differs in 2 bits or fewer (16 × 3 = 48): all prints with such a band are looked
/// at, which are about 3 % of them when they are many. 64 bytes a print and 4 MB.
class FingerprintIndex {
 public:
  static constexpr int farthest = 47;

  /// `prints` must outlive it.
  explicit FingerprintIndex(std::span<const Fingerprint> prints);

  /// Calls on_near(which, distance) once for each print at most `most` bits away, in no order. `most` is at most
  /// `farthest`.
  void each_near(const Fingerprint& print, int most, const std::function<void(std::size_t, int)>& on_near) const;

 private:
  struct Band {
    std::vector<std::uint32_t> first;  ///< where the prints with a value begin in `which`, by value
    std::vector<std::uint32_t> which;
  };
  void look_in(int band, std::uint16_t value, const Fingerprint& print, int most,
               const std::function<void(std::size_t, int)>& on_near) const;

  std::span<const Fingerprint> prints_;
  std::vector<Band> bands_;
};

}  // namespace pehchan
