#pragma once
#include <optional>
#include <vector>

#include "model/barcode_symbol.h"
#include "model/card_number.h"
#include "model/card_template.h"
#include "model/member.h"
#include "model/problem.h"

namespace pehchan {

/// The barcodes of one member's card, as CardContent wants them: nothing for one whose condition leaves the member out
/// or whose places are all empty. Adds to `problems`: `barcode_character` (a character that the kind cannot say),
/// `barcode_too_dense` (more than the kind can say). Throws RunError (bad_config) for a text without places that cannot
/// be said: it cannot on any card.
std::vector<std::optional<BarcodeSymbol>> encode_barcodes(const CardTemplate& design, const Member& member,
                                                          const CardNumber& number, std::vector<Problem>& problems);

}  // namespace pehchan
