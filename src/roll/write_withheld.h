#pragma once
#include <filesystem>
#include <span>

#include "base/atomic_file.h"
#include "model/roll.h"
#include "roll/read_roll.h"

namespace pehchan {

/// Writes the rows of these members as the clerk wrote them, for him to correct and feed back as a roll: the roll's own
/// header and delimiter, every cell untouched (a byte that is no text becomes U+FFFD), then withheld_field,
/// withheld_code, withheld_reason_hi and withheld_reason_en, each problem parted by " · ". Where a row has not as many
/// cells as the header, withheld_extra keeps the surplus, or "?" for cells lost, and read_roll withholds the row until
/// it is emptied. UTF-8 with a byte order mark. In the order of the roll; several entries of a row are told as one.
/// Reads the roll a second time, with the options of the first. The caller commits `out`. Throws RunError as read_roll,
/// and try_again if the roll is no longer what it was.
void write_withheld(const std::filesystem::path& roll_file, const RollOptions& options,
                    std::span<const Withheld> withheld, AtomicFile& out);

}  // namespace pehchan
