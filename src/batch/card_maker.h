#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "draw/fonts.h"
#include "model/card_drawing.h"
#include "model/card_template.h"
#include "model/member.h"
#include "model/roll.h"
#include "photo/prepare.h"
#include "print/proof.h"

namespace pehchan {

/// One member's card, ready to be painted, and what its proof must find.
struct PreparedCard {
  CardDrawings drawings;
  ExpectedCard expected;
};

/// Makes cards: photo → portrait, number and link → QR code, all into the template. Expensive to construct; one a
/// thread.
class CardMaker {
 public:
  /// `design` must outlive it.
  CardMaker(const CardTemplate& design, std::filesystem::path photos, std::string link_base);

  /// The card, or the member with every reason why there is none.
  Result<PreparedCard, Withheld> make(const Member& member);

 private:
  const CardTemplate& design_;
  std::filesystem::path photos_;
  std::string link_base_;
  FontSet fonts_;
  PortraitMaker portraits_;
};

}  // namespace pehchan
