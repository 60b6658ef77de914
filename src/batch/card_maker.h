#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "batch/design.h"
#include "draw/fonts.h"
#include "ledger/placing.h"
#include "model/card_drawing.h"
#include "model/card_number.h"
#include "model/member.h"
#include "model/roll.h"
#include "photo/prepare.h"
#include "print/proof.h"

namespace pehchan {

/// One member's card, ready to be painted, what its proof must find, and what the ledger keeps of it.
struct PreparedCard {
  CardDrawings drawings;
  ExpectedCard expected;
  Member member;
  CardHashes hashes;
  std::size_t copy = 1;
};

/// Makes cards: photo → portrait, number and link → QR code, all into the template. Expensive to construct; one a
/// thread.
class CardMaker {
 public:
  /// `design` must outlive it.
  CardMaker(const Design& design, std::filesystem::path photos, std::string link_base);

  /// The card, or the member with every reason why there is none.
  Result<PreparedCard, Withheld> make(const Member& member, const CardNumber& number);

 private:
  const Design& design_;
  std::filesystem::path photos_;
  std::string link_base_;
  FontSet fonts_;
  PortraitMaker portraits_;
};

}  // namespace pehchan
