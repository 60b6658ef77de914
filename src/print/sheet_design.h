#pragma once
#include <optional>

#include "model/card_drawing.h"
#include "model/card_template.h"
#include "model/imposition.h"
#include "model/page_order.h"
#include "model/printer_profile.h"
#include "model/sheet_format.h"
#include "print/press_profile.h"

namespace pehchan {

/// What every sheet of an order shares.
struct SheetDesign {
  SheetFormat format;
  Imposition imposition;
  CardTemplate card;
  CardDrawings literals;  ///< the words that are the same on every card
  PageOrder pages = {};
  PressProfile profile = {};                   ///< what the PDF is made for
  std::optional<PrinterProfile> printer = {};  ///< whose misalignment is undone on every page
};

}  // namespace pehchan
