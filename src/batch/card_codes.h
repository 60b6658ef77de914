#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "ledger/status_places.h"
#include "model/card_number.h"
#include "model/member.h"
#include "model/problem.h"

namespace pehchan {

struct Signing;

/// What a card's QR code says.
struct CardCode {
  std::string text;
  bool is_signed = false;
  long long expires_at = 0;  ///< of a signed one, seconds since 1970 UTC; 0: never
};

/// What the QR codes of a job say: of each card the same whenever it is asked and on any thread.
class CardCodes {
 public:
  /// A link: this and the card's number.
  explicit CardCodes(std::string link_base);
  /// A signed credential, issued at 0:00 UTC of `date` (YYYY-MM-DD).
  CardCodes(std::shared_ptr<const Signing> signing, std::string date);

  /// `place`: which a signed code of these settings must have if they name status lists. The failure: what keeps the
  /// member out of a signed code.
  Result<CardCode, Problem> code_of(const Member& member, const CardNumber& number,
                                    const std::optional<ListPlace>& place) const;

 private:
  std::string link_base_;
  std::shared_ptr<const Signing> signing_ = {};
  std::string date_ = {};
};

}  // namespace pehchan
