#pragma once
#include <string>

#include "ledger/jobs.h"
#include "model/card_number.h"

namespace pehchan {

/// What a job's settings say of its cards, for those who make them again.
struct CardSettings {
  std::string template_name, sheet, link_base;
};
CardSettings card_settings(const Job& job);

/// What a card's QR code says: as it is `kept`; a card that is older than that has a link.
std::string qr_text_of(const CardSettings& settings, const CardNumber& number, const std::string& kept);

}  // namespace pehchan
