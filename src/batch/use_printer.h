#pragma once
#include "model/printer_profile.h"
#include "print/sheet_design.h"

namespace pehchan {

/// The sheets of `design` are for this printer: its misalignment is undone on every page. Throws RunError (bad_config)
/// when it was measured with another paper, or when anything of a card would leave the paper; of a card that is
/// the whole page, its safe area.
void use_printer(SheetDesign& design, const PrinterProfile& printer);

}  // namespace pehchan
