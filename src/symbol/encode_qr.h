#pragma once
#include <optional>
#include <string>

#include "base/length.h"
#include "model/qr_symbol.h"

namespace pehchan {

/// What a QR code has to fit into, and the printer it is for.
struct QrSpace {
  Mm side;                   ///< of the square, quiet zone included
  Mm module_floor = {0.34};  ///< 4 dots at 300 dpi: the smallest module that office printers and phones agree on
  double printer_dpi = 300;
};

/// One module's side when a symbol of `modules` fills `space`, snapped down to whole printer dots.
Mm module_size(const QrSpace& space, int modules);

/// Encodes `text` (modes chosen by libqrencode, not forced) at the highest error correction level whose module is not
/// under the floor; nothing if even level L would be. ISO/IEC 18004.
/// Throws RunError (internal) if the library fails for another reason, such as memory.
std::optional<QrSymbol> encode_qr(const std::string& text, const QrSpace& space);

}  // namespace pehchan
