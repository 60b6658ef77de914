#pragma once
#include <string>

#include "base/result.h"
#include "model/barcode_symbol.h"

namespace pehchan {

enum class BarcodeFault {
  empty,
  foreign_character,  ///< Code 128 says printable ASCII alone; no barcode says control characters
  too_long,           ///< over 80 characters of Code 128, over 500 bytes of PDF417
};

/// Code 128 (ISO/IEC 15417) of printable ASCII, or PDF417 (ISO/IEC 15438) of UTF-8 at the error correction that the
/// standard recommends for its length. Whether the modules are large enough for a printer is place_barcode's question.
Result<BarcodeSymbol, BarcodeFault> encode_barcode(BarcodeKind kind, const std::string& text);

}  // namespace pehchan
