#pragma once
#include <memory>

#include "model/card_drawing.h"
#include "model/card_template.h"
#include "model/imposition.h"
#include "model/sheet_format.h"

namespace pehchan {

class CardArtwork;

/// What every sheet of an order shares.
struct SheetDesign {
  SheetFormat format;
  Imposition imposition;
  CardTemplate card;
  CardDrawings literals;  ///< the words that are the same on every card
  /// Of `card`, see read_artwork: rich artwork takes seconds. Null: each file reads it for itself. For one thread only.
  std::shared_ptr<const CardArtwork> artwork = nullptr;
};

}  // namespace pehchan
