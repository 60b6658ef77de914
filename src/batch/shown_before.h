#pragma once
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/fingerprint_index.h"
#include "batch/seen_pictures.h"
#include "ledger/ledger.h"
#include "ledger/photo_holders.h"

namespace pehchan {

/// A live card that shows one of the pictures.
struct ShownBefore {
  std::size_t picture = 0;
  PhotoHolder holder;
  bool is_exact = true;  ///< the very same file; else it looks the same
};

/// The live cards of the period that show one of these pictures: by their photo's SHA-256, or by its print and a second
/// look at the photo. Where that photo is no longer in the folder as it was, only a print that is all but the same
/// counts (surely_same_distance). `index` is over the pictures' prints. One pass over the period's cards.
std::vector<ShownBefore> shown_before(Ledger& ledger, const std::string& period, const PhotoLook& look,
                                      std::span<const SeenPicture> pictures, const FingerprintIndex& index,
                                      const std::stop_token& stop);

}  // namespace pehchan
