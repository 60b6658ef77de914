#pragma once
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "batch/seen_pictures.h"
#include "ledger/ledger.h"
#include "ledger/order_cards.h"
#include "model/roll.h"

namespace pehchan {

/// Fingerprints of the photos that were looked at, as hex digits, by the photos' SHA-256.
using PhotoPrints = std::unordered_map<std::string, std::string>;

struct SamePhotos {
  std::vector<Withheld> withheld;
  PhotoPrints prints;
};

/// Takes out of `members` (and of `cards`, their latest ones, beside it) those whose card is to be made and whose photo
/// another of them has too, or another member's live card of this period shows: a picture pasted to the wrong row puts
/// somebody else's face on a card, and which row is wrong only people can say. The same are: one file named twice, two
/// files of the same bytes, and the same picture compressed, resized or cut a little otherwise. Of the last kind those
/// pairs pass of which look.accepted has both. A member's own earlier card does not count. Throws RunError (try_again)
/// when `stop` was asked for.
SamePhotos take_out_same_photos(Ledger& ledger, const std::string& period, const PhotoLook& look,
                                std::vector<Member>& members, std::vector<LatestCard>& cards,
                                const std::stop_token& stop);

}  // namespace pehchan
