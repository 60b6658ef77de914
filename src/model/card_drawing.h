#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "model/barcode_symbol.h"
#include "model/card_template.h"
#include "model/portrait.h"
#include "model/qr_symbol.h"

namespace pehchan {

/// One line of text, ready to be set: `baseline` is where its first glyph's origin goes.
struct TextLine {
  std::string text;
  Point baseline;
};

struct DrawnText {
  std::vector<TextLine> lines;
  Font font;
  Colour colour;
};

struct DrawnPortrait {
  Portrait portrait;
  Rect box;
  Mm radius;
};

struct DrawnQr {
  QrSymbol symbol;
  Rect box;  ///< of the dark modules, without the quiet zone
};

struct DrawnBarcode {
  BarcodeSymbol symbol;
  Rect box;  ///< of the modules, without the quiet zone
};

/// The barcode's box with the white it needs around.
inline Rect with_quiet_zone(const DrawnBarcode& drawn) {
  const Mm module = drawn.box.width / drawn.symbol.columns;
  const Mm beside = module * quiet_columns(drawn.symbol.kind), above = module * quiet_rows(drawn.symbol.kind);
  return {drawn.box.x - beside, drawn.box.y - above, drawn.box.width + beside * 2, drawn.box.height + above * 2};
}

/// What varies on one side of one card, positioned from the card's trimmed top left corner; the artwork lies beneath
/// and is the same for all. No library types: any exporter can draw it.
struct CardDrawing {
  std::vector<DrawnText> texts;
  std::optional<DrawnPortrait> portrait;
  std::optional<DrawnQr> qr;
  std::vector<DrawnBarcode> barcodes;
};

/// Both sides of one card.
struct CardDrawings {
  CardDrawing front, back;

  const CardDrawing& side(CardSide s) const { return s == CardSide::front ? front : back; }
};

}  // namespace pehchan
