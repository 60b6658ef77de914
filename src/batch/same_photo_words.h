#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "ledger/photo_holders.h"
#include "model/member.h"
#include "model/problem.h"

namespace pehchan {

inline constexpr const char* same_photo_code = "photo_same";

/// photo_same: other rows of this order have the photo of this member, or one that looks the same. `rows` ascending,
/// not empty; the first five are named.
Problem same_photo_in_rows(const Member& member, const std::vector<std::size_t>& rows, bool is_exact);

/// photo_same: another member's card shows it.
Problem same_photo_on_card(const Member& member, const PhotoHolder& holder, bool is_exact);

/// The same of photos in a folder, where nobody has said whose they are: `files` ascending, not empty.
Words same_photo_in_files(const std::vector<std::string>& files, bool is_exact);

}  // namespace pehchan
