#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "batch/digital_maker.h"
#include "ledger/digital_cards.h"

namespace pehchan {

/// What was made of a digital card, as the ledger keeps it: what its drawings and its page were made of, and how large
/// its files came out (DigitalSite::holds).
struct BuiltCard {
  bool is_upright = false;     ///< of its template, which need not be read to know that a card is as it was
  std::string drawings, page;  ///< SHA-256
  std::array<std::uintmax_t, 5> sizes{};

  std::string text() const;
};
/// Nothing for what is not a made card's, such as a tombstone's.
std::optional<BuiltCard> built_card(const std::string& text);

/// SHA-256 of all that decides what a card's drawings look like.
std::string drawings_hash(const DigitalCard& card, const std::string& qr_text, const std::string& date);

/// What the ledger keeps of a tombstone.
std::string built_tombstone(const std::string& page);

}  // namespace pehchan
