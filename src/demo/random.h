#pragma once
#include <cstddef>
#include <cstdint>

namespace pehchan {

/// splitmix64 (Steele, Lea and Flood, 2014), whole in itself: the standard library's distributions may differ from one
/// library to the next, and the demo must not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  /// A stream of its own for each (seed, index, purpose): no draw of one moves another.
  Random(std::uint64_t seed, std::uint64_t index, std::uint64_t purpose) : state_(seed) {
    state_ = next() ^ (index * 0xd1b54a32d192ed03U);
    state_ = next() ^ (purpose * 0x8cb92ba72f3d8dd7U);
  }

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  /// 0 to 1, without 1.
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  double between(double low, double high) { return low + (high - low) * unit(); }
  /// 0 to n - 1.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(unit() * static_cast<double>(n)); }
  bool chance(double share) { return unit() < share; }
  /// One of an array, a vector or a string.
  template <class Things>
  const auto& pick(const Things& things) {
    return things[below(things.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace pehchan
