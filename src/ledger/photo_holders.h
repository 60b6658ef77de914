#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "model/card_number.h"

namespace pehchan {

/// Whose card shows which photo.
struct PhotoHolder {
  std::string photo_sha256;
  std::string photo_print;  ///< a Fingerprint's hex digits; empty on cards made before prints were kept
  std::string member_no;
  CardNumber card;
};

/// The live cards of a period that show one of these photos (given by SHA-256), also those on sheets that are finished
/// and not released yet.
std::vector<PhotoHolder> photo_holders(Ledger& ledger, const std::string& period, std::span<const std::string> photos);

/// Every such card of the period that has a print, in the order of their numbers; ten thousand in memory at once.
void each_photo_print(Ledger& ledger, const std::string& period,
                      const std::function<void(const PhotoHolder&)>& on_holder);

/// Whether two member numbers are one to the ledger: UP/12 and UP-12 are.
bool is_same_member(const std::string& a, const std::string& b);

}  // namespace pehchan
