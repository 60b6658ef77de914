#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace pehchan {

enum class BarcodeKind { code128, pdf417 };

/// A barcode as modules, without its quiet zone. One row of Code 128 is drawn as high as its box; a row of PDF417 is at
/// least three modules high.
struct BarcodeSymbol {
  BarcodeKind kind = BarcodeKind::code128;
  std::string text;  ///< what it says
  int columns = 0, rows = 0;
  std::vector<std::uint8_t> is_dark;  ///< columns × rows, row by row, 1 where dark
};

/// White on each side, in modules. ISO/IEC 15417 asks for ten left and right of Code 128, ISO/IEC 15438 for two on all
/// four sides of PDF417.
constexpr int quiet_columns(BarcodeKind kind) { return kind == BarcodeKind::code128 ? 10 : 2; }
constexpr int quiet_rows(BarcodeKind kind) { return kind == BarcodeKind::code128 ? 0 : 2; }

}  // namespace pehchan
