#include "symbol/encode_barcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <exception>
#include <string_view>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::size_t most_characters = 80, most_bytes = 500;  // of Code 128 as zxing writes it, and of PDF417
/// zxing draws each row of PDF417 as so many rows of its matrix.
constexpr int drawn_rows = 4;

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
}

/// ISO/IEC 15438 annex E: by data codewords, of which a byte takes one at most.
int correction_level(std::size_t bytes) { return bytes <= 40 ? 2 : bytes <= 160 ? 3 : bytes <= 320 ? 4 : 5; }

ZXing::BitMatrix matrix_of(BarcodeKind kind, const std::string& text) try {
  const bool is_linear = kind == BarcodeKind::code128;
  ZXing::MultiFormatWriter writer(is_linear ? ZXing::BarcodeFormat::Code128 : ZXing::BarcodeFormat::PDF417);
  writer.setMargin(0);
  if (!is_linear) writer.setEncoding(ZXing::CharacterSet::UTF8).setEccLevel(correction_level(text.size()));
  // Wider than high, that PDF417 is not turned; both are less than any symbol, that no module is made larger.
  return writer.encode(text, 2, 1);
} catch (const std::exception& error) {
  throw RunError(ExitCode::internal, std::string("the barcode library failed: ") + error.what());
}

}  // namespace

Result<BarcodeSymbol, BarcodeFault> encode_barcode(BarcodeKind kind, const std::string& text) {
  const bool is_linear = kind == BarcodeKind::code128;
  if (text.empty()) return failure(BarcodeFault::empty);
  if (has_control(text) || (is_linear && !is_ascii(text))) return failure(BarcodeFault::foreign_character);
  if (text.size() > (is_linear ? most_characters : most_bytes)) return failure(BarcodeFault::too_long);
  const ZXing::BitMatrix matrix = matrix_of(kind, text);
  const int step = is_linear ? 1 : drawn_rows;
  BarcodeSymbol symbol{kind, text, matrix.width(), matrix.height() / step, {}};
  symbol.is_dark.reserve(static_cast<std::size_t>(symbol.columns) * static_cast<std::size_t>(symbol.rows));
  for (int row = 0; row < symbol.rows; ++row)
    for (int column = 0; column < symbol.columns; ++column)
      symbol.is_dark.push_back(matrix.get(column, row * step) ? 1 : 0);
  return symbol;
}

}  // namespace pehchan
