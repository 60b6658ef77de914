#pragma once
#include <string>

#include "ledger/jobs.h"

namespace pehchan {

/// What a job's settings say of its cards, for those who make them again.
struct CardSettings {
  std::string template_name, sheet, link_base;
};
CardSettings card_settings(const Job& job);

}  // namespace pehchan
