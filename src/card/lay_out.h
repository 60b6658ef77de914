#pragma once
#include <optional>
#include <vector>

#include "base/result.h"
#include "draw/fonts.h"
#include "model/barcode_symbol.h"
#include "model/card_drawing.h"
#include "model/card_number.h"
#include "model/card_template.h"
#include "model/member.h"
#include "model/portrait.h"
#include "model/problem.h"
#include "model/qr_symbol.h"

namespace pehchan {

/// What goes on one member's card.
struct CardContent {
  const Member& member;
  CardNumber number;
  Portrait portrait;
  QrSymbol qr;
  /// One for each barcode of the front and then of the back; nothing for one that this member's card has not.
  std::vector<std::optional<BarcodeSymbol>> barcodes = {};
};

/// What varies: portrait, QR, barcodes, and each other element that has a {place} or a condition, or lies upon one that
/// has a condition (literal_drawing has the others). A text whose places are all empty for this member is left out.
/// Problems, all of them at once, with the member's row and no file: `text_too_long` (does not fit at its floor in its
/// number of lines), `text_unprintable` (a character that no font has, that cannot be seen, or a mark without its
/// letter: draw/unprintable.h), `qr_too_dense` (modules smaller than 4 dots of a 300 dpi printer, 0.34 mm),
/// `barcode_too_dense` (see place_barcode). Throws RunError (bad_config) for a barcode without places that is too dense
/// for its box: it is so on every card.
Result<CardDrawings, std::vector<Problem>> lay_out_card(const CardTemplate& design, const FontSet& fonts,
                                                        CardContent content);

/// The shapes, pictures and texts of one side that are the same on every card and lie upon nothing that is not: drawn
/// once, with the sheet's background. Throws RunError (bad_config) when a text cannot be set, which check_texts tells.
CardDrawing literal_drawing(const CardTemplate& design, const FontSet& fonts, CardSide side);

}  // namespace pehchan
