#pragma once
#include <cstddef>
#include <vector>

#include "ledger/photo_holders.h"
#include "model/member.h"
#include "model/problem.h"

namespace pehchan {

/// photo_same: other rows of this order have the photo of this member, or one that looks the same. `rows` ascending,
/// not empty; the first five are named.
Problem same_photo_in_rows(const Member& member, const std::vector<std::size_t>& rows, bool is_exact);

/// photo_same: another member's card shows it.
Problem same_photo_on_card(const Member& member, const PhotoHolder& holder, bool is_exact);

}  // namespace pehchan
