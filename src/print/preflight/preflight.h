#pragma once
#include <cstddef>
#include <vector>

#include "base/geometry.h"
#include "print/preflight/rule.h"
#include "print/press_profile.h"

namespace pehchan {

enum class SymbolKind { qr, code128, pdf417 };

/// A code as it is drawn: a picture of one bit a module.
struct PlacedSymbol {
  std::size_t page = 0;  ///< from 0
  SymbolKind kind = SymbolKind::qr;
  Rect box;   ///< of the modules, from the page's top left corner
  Mm module;  ///< its width
  /// With the empty paper that it must have around it: ISO/IEC 18004, 15417 and 15438.
  Rect with_quiet_zone() const;
};

/// A JPEG and the page that it is placed on.
struct PlacedPhoto {
  int object = 0;        ///< its number in the file
  std::size_t page = 0;  ///< from 0
};

/// What a file was found to be.
struct Preflight {
  Purpose purpose = Purpose::office;  ///< that it was looked at for
  std::size_t pages = 0;
  double smallest_text = 0;  ///< pt; 0: there is none
  double least_ppi = 0;      ///< of the JPEGs, at the size they are printed; 0: there is none
  std::vector<PlacedSymbol> symbols;
  std::vector<PlacedPhoto> photos = {};
  std::vector<PreflightFault> faults;
  bool can_be_drawn = true;  ///< false: drawing it may take for ever or all memory
};

}  // namespace pehchan
