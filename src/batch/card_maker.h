#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "batch/compose_card.h"
#include "batch/design.h"
#include "draw/fonts.h"
#include "model/card_number.h"
#include "model/member.h"
#include "model/roll.h"
#include "photo/prepare.h"

namespace pehchan {

/// Makes cards: photo → portrait, number and link → QR code, all into the template. Expensive to construct; one a
/// thread.
class CardMaker {
 public:
  /// `design` must outlive it.
  CardMaker(const Design& design, std::filesystem::path photos, std::string link_base, PortraitMaker portraits);

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
