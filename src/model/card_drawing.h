#pragma once
#include <memory>
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

/// Its border lies inside its edge, over the fill.
struct DrawnRectangle {
  Rect box;
  Mm radius;
  std::optional<Colour> fill;
  Mm border;  ///< its width; 0: none
  Colour border_colour;
};

/// Ends where it is told: it has no caps.
struct DrawnLine {
  Point from, to;
  Mm width;
  Colour colour;
};

/// As large as the box allows, its proportions kept.
struct DrawnPicture {
  std::shared_ptr<const ArtworkFile> picture;  ///< the same object wherever it is drawn
  Rect box;
  Align align = Align::centre;
  VerticalAlign vertical = VerticalAlign::middle;
};

/// Cut to its shape as PortraitElement says.
struct DrawnPortrait {
  Portrait portrait;
  Rect box;
  Mm radius;  ///< of the corners, but of a circle's
  PortraitShape shape = PortraitShape::rectangle;
  Mm border = {};  ///< its width; 0: none
  Colour border_colour = {};
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
/// and is the same for all. No library types: any exporter can draw it. Drawn from the first kind to the last.
struct CardDrawing {
  std::vector<DrawnRectangle> rectangles = {};
  std::vector<DrawnLine> lines = {};
  std::vector<DrawnPicture> pictures = {};
  std::optional<DrawnPortrait> portrait = {};
  std::vector<DrawnText> texts = {};
  std::vector<DrawnBarcode> barcodes = {};
  std::optional<DrawnQr> qr = {};
};

/// Both sides of one card.
struct CardDrawings {
  CardDrawing front, back;

  const CardDrawing& side(CardSide s) const { return s == CardSide::front ? front : back; }
};

}  // namespace pehchan
