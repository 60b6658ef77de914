#pragma once
#include "model/card_drawing.h"
#include "model/card_template.h"
#include "model/imposition.h"
#include "model/page_order.h"
#include "model/sheet_format.h"

namespace pehchan {

/// What every sheet of an order shares.
struct SheetDesign {
  SheetFormat format;
  Imposition imposition;
  CardTemplate card;
  CardDrawings literals;  ///< the words that are the same on every card
  PageOrder pages = {};
};

}  // namespace pehchan
