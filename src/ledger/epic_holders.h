#pragma once
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "model/card_number.h"

namespace pehchan {

/// Who has a live card in a period by an EPIC number.
struct EpicHolder {
  std::string epic_no, member_no;
  CardNumber card;
};

/// The holders of these EPIC numbers, as their cards (or their orders) tell them.
std::vector<EpicHolder> epic_holders(Ledger& ledger, const std::string& period, std::span<const std::string> epics);

}  // namespace pehchan
