#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace pehchan {

/// A QR code as modules, without its quiet zone.
struct QrSymbol {
  std::string text;                   ///< what it says
  int version = 0;                    ///< 1 to 40
  char level = 'L';                   ///< error correction: L, M, Q or H
  int modules = 0;                    ///< a side
  std::vector<std::uint8_t> is_dark;  ///< modules × modules, row by row, 1 where dark

  static constexpr int quiet_modules = 4;  ///< ISO/IEC 18004 clause 6.3.8: white on every side
};

}  // namespace pehchan
