#pragma once
#include <filesystem>
#include <optional>

#include "base/result.h"
#include "batch/compose_card.h"
#include "batch/design.h"
#include "draw/fonts.h"
#include "model/card_number.h"
#include "model/member.h"
#include "model/roll.h"
#include "photo/prepare.h"

namespace pehchan {

/// Makes cards: photo → portrait, number and member → QR code, all into the template. Expensive to construct; one a
/// thread.
class CardMaker {
 public:
  /// `design` and `codes` must outlive it.
  CardMaker(const Design& design, std::filesystem::path photos, const CardCodes& codes, PortraitMaker portraits);

  /// The card, or the member with every reason why there is none. `place`: see CardCodes.
  Result<PreparedCard, Withheld> make(const Member& member, const CardNumber& number,
                                      const std::optional<ListPlace>& place = {});

 private:
  const Design& design_;
  std::filesystem::path photos_;
  const CardCodes& codes_;
  FontSet fonts_;
  PortraitMaker portraits_;
};

}  // namespace pehchan
