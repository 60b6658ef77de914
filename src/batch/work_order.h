#pragma once
#include <cstddef>
#include <span>

#include "batch/arrangement.h"
#include "model/member.h"

namespace pehchan {

/// What a run of `issue` will need of paper and time.
struct WorkOrder {
  std::size_t cards = 0, sheets = 0, booths = 0;
  std::size_t spare_sheets = 0;  ///< paper to lay beside it for spoilt sheets, rounded up
  std::size_t minutes = 0;       ///< of printing, rounded; 0: not asked for
};

/// How paper and time are reckoned.
struct WorkRates {
  double spare_percent = 0;      ///< of the sheets
  double sheets_per_minute = 0;  ///< of the printer; 0: not known
};

/// For these members' cards in this order, if none is withheld on the way. Files hold `sheets_per_file` sheets of
/// `per_sheet` cards.
WorkOrder work_order(std::span<const Member* const> members, const Arrangement& arrangement, std::size_t per_sheet,
                     std::size_t sheets_per_file, const WorkRates& rates);

}  // namespace pehchan
