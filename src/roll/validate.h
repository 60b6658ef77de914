#pragma once
#include <string_view>
#include <vector>

#include "model/member.h"
#include "roll/problems.h"

namespace pehchan {

struct Fault {
  RowFault fault;
  Field field;
};

/// Everything wrong with a normalised confirmed row by itself: needed cells empty, texts too long or with characters
/// that do not belong there, numbers, dates and choices of a wrong shape, and cells that contradict each other.
/// `unread`: fields whose cell could not be read and was told about already. `receipts_kept`: the roll has both a
/// channel and a receipt_no column.
std::vector<Fault> faults_of(const Member& member, const std::vector<Field>& unread, bool receipts_kept);

/// State / constituency / part / serial, as voter cards had before the numbers of today: UP/12/034/123456.
bool is_old_epic(std::string_view text);

}  // namespace pehchan
