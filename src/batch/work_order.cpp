#include "batch/work_order.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "model/imposition.h"

namespace pehchan {
namespace {

/// Sheets of one group, which goes into files by as many cards as one holds, a slip with each.
std::size_t sheets_of_group(std::size_t cards, const Arrangement& arrangement, std::size_t per_sheet,
                            std::size_t sheets_per_file) {
  const bool has_groups = arrangement.grouping != Grouping::none;
  const std::size_t slips = has_groups && arrangement.header == GroupHeader::slip ? 1 : 0;
  const std::size_t header = has_groups && arrangement.header == GroupHeader::sheet ? 1 : 0;
  const std::size_t most = sheets_per_file * per_sheet - slips;
  std::size_t sheets = 0;
  for (std::size_t at = 0; at < cards; at += most)
    sheets += header + sheets_for(std::min(most, cards - at) + slips, per_sheet);
  return sheets;
}

std::size_t sheets_of(std::span<const Member* const> members, const Arrangement& arrangement, std::size_t per_sheet,
                      std::size_t sheets_per_file) {
  if (!arrangement.waits()) return sheets_for(members.size() + arrangement.start_slot - 1, per_sheet);
  std::size_t sheets = 0, cards = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    ++cards;
    const bool is_last = i + 1 == members.size() ||
                         group_of(*members[i], arrangement.grouping) != group_of(*members[i + 1], arrangement.grouping);
    if (!is_last) continue;
    sheets += sheets_of_group(cards, arrangement, per_sheet, sheets_per_file);
    cards = 0;
  }
  return sheets;
}

}  // namespace

WorkOrder work_order(std::span<const Member* const> members, const Arrangement& arrangement, std::size_t per_sheet,
                     std::size_t sheets_per_file, const WorkRates& rates) {
  WorkOrder order{.cards = members.size()};
  if (members.empty()) return order;
  std::set<std::string> booths;
  for (const Member* member : members) booths.insert(group_of(*member, Grouping::booth));
  order.booths = booths.size();
  order.sheets = sheets_of(members, arrangement, per_sheet, sheets_per_file);
  const auto sheets = static_cast<double>(order.sheets);
  order.spare_sheets = static_cast<std::size_t>(std::ceil(sheets * rates.spare_percent / 100));
  if (rates.sheets_per_minute > 0)
    order.minutes = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(sheets / rates.sheets_per_minute)));
  return order;
}

}  // namespace pehchan
