#pragma once
#include <cstddef>
#include <optional>

#include "base/length.h"
#include "model/card_template.h"
#include "model/words.h"

namespace pehchan {

/// Letters of the text of a signed code with all that may enter and a status list: of a usual member, and of one with
/// the longest names, keys and addresses.
inline constexpr std::size_t usual_signed_letters = 480, longest_signed_letters = 690;

/// Whether a template's QR code has room for a signed credential, whose length depends on the member's name and on
/// credential.toml: both are tried.
struct SignedRoom {
  LineColumn where;             ///< of the code in card.toml
  Mm side;                      ///< of its box
  Mm usual = {}, longest = {};  ///< the box that each needs; this one when it fits
  Mm module = {};               ///< of the usual one's code, when it fits
  bool fits_usual() const { return usual <= side; }
  bool fits_longest() const { return longest <= side; }
};

/// Nothing for a template without a QR code.
std::optional<SignedRoom> signed_room(const CardTemplate& design);

/// In Hindi and English, for whoever draws.
Words told(const SignedRoom& room);

/// Throws RunError (bad_config) when not even a usual signed code fits.
void refuse_without_room(const CardTemplate& design);

}  // namespace pehchan
