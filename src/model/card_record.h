#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/card_number.h"
#include "model/member.h"

namespace pehchan {

/// How far a card has come. A person or a printer that acknowledged says `printed` and `handed_over`; a PDF alone is
/// `rendered`. A void card is dead for good; its number is never used again.
enum class CardState { ordered, rendered, printed, handed_over, voided };

/// Whether it exists on a released sheet and counts.
constexpr bool is_made(CardState state) {
  return state == CardState::rendered || state == CardState::printed || state == CardState::handed_over;
}

/// Why a card was made, made again, replaced or voided.
enum class CardReason { first, lost, damaged, correction, renewal, misprint, withdrawn };

/// The words that the ledger keeps and people type: "handed_over", "lost".
std::string_view word_of(CardState state);
std::string_view word_of(CardReason reason);
std::optional<CardState> card_state_named(std::string_view word);
std::optional<CardReason> card_reason_named(std::string_view word);

/// Where one copy of a card lies on paper. Once its file is released it never moves.
struct CardPlace {
  long long job = 0;
  std::string file;       ///< a file in the job's folder
  std::size_t sheet = 0;  ///< of the job, from 1
  std::size_t slot = 0;   ///< on the sheet, from 1
  std::size_t copy = 1;   ///< 2 and up: made again after a spoilt sheet
};

/// What the ledger knows of one card.
struct CardRecord {
  CardNumber number;
  std::string period;
  CardState state = CardState::ordered;
  CardReason reason = CardReason::first;
  std::string replaces;            ///< the card number it was made instead of; empty: none
  Member member;                   ///< as the card shows them; all but member_no empty once purged
  std::optional<CardPlace> place;  ///< of the latest copy
  std::string qr_text = {};        ///< what its QR code says, as printed; empty: made before this was kept, or purged
};

}  // namespace pehchan
