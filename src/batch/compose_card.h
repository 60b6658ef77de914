#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "batch/card_codes.h"
#include "batch/design.h"
#include "draw/fonts.h"
#include "ledger/placing.h"
#include "model/card_drawing.h"
#include "model/card_number.h"
#include "model/portrait.h"
#include "model/problem.h"
#include "model/qr_symbol.h"
#include "model/roll.h"
#include "print/proof.h"

namespace pehchan {

/// One member's card, ready to be painted, what its proof must find, and what the ledger keeps of it.
struct PreparedCard {
  CardDrawings drawings;
  ExpectedCard expected;
  Member member;
  CardHashes hashes;  ///< row and template; the photo's are the caller's
  std::size_t copy = 1;
  bool has_weak_photo = false;    ///< good enough for a card; a better one would be welcome
  long long code_expires_at = 0;  ///< see CardCode
};

/// The QR code that says this on a card of the design; nothing when it would be too dense for its box.
std::optional<QrSymbol> qr_on(const CardTemplate& card, const std::string& text);

/// Text → QR code, fields → barcodes, and all of it into the template. Laid out also without a portrait or a code, so
/// that the clerk hears of everything at once: the card, or the member with every reason why there is none.
Result<PreparedCard, Withheld> compose_card(const Design& design, const FontSet& fonts, const Member& member,
                                            const CardNumber& number, const Result<CardCode, Problem>& code,
                                            Result<Portrait, std::vector<Problem>> portrait);

}  // namespace pehchan
