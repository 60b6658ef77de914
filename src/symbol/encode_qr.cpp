#include "symbol/encode_qr.h"

#include <qrencode.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <memory>

#include "base/run_error.h"

namespace pehchan {
namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

/// Null when the text is too long for any version at this level.
Code encode_at(const std::string& text, QRecLevel level) {
  Code code(QRcode_encodeString(text.c_str(), 0, level, QR_MODE_8, 1));
  if (!code && errno != ERANGE)
    throw RunError(ExitCode::internal, "the QR library failed", "Run the same command again.");
  return code;
}

QrSymbol to_symbol(const std::string& text, const QRcode& code, char level) {
  QrSymbol symbol{text, code.version, level, code.width, {}};
  const auto count = static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width);
  symbol.is_dark.reserve(count);
  for (std::size_t i = 0; i < count; ++i) symbol.is_dark.push_back(code.data[i] & 1);
  return symbol;
}

}  // namespace

Mm module_size(const QrSpace& space, int modules) {
  const double dot_mm = 25.4 / space.printer_dpi;
  const double exact_mm = space.side.value / (modules + 2 * QrSymbol::quiet_modules);
  return {std::floor(exact_mm / dot_mm + 1e-9) * dot_mm};
}

std::optional<QrSymbol> encode_qr(const std::string& text, const QrSpace& space) {
  if (text.empty() || text.find('\0') != std::string::npos) return std::nullopt;
  constexpr std::array<std::pair<QRecLevel, char>, 4> levels = {
      {{QR_ECLEVEL_H, 'H'}, {QR_ECLEVEL_Q, 'Q'}, {QR_ECLEVEL_M, 'M'}, {QR_ECLEVEL_L, 'L'}}};
  // The dot floor is 4 × 0.0847 mm = 0.3387 mm, which the house rounds to 0.34.
  const double floor_mm = space.module_floor.value - 0.0015;
  for (const auto& [level, letter] : levels) {
    const auto code = encode_at(text, level);
    if (code && module_size(space, code->width).value >= floor_mm) return to_symbol(text, *code, letter);
  }
  return std::nullopt;
}

}  // namespace pehchan
