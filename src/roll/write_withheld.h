#pragma once
#include <filesystem>
#include <span>
#include <string>

#include "model/roll.h"
#include "roll/roll_source.h"

namespace pehchan {

/// Writes the rows of these members as the clerk wrote them, for him to correct and feed back as a roll, in the format
/// the roll came in: FOLDER/withheld.csv, .xlsx or .ods (all cells text, the worksheet of the same name; a database's
/// rows become CSV). The roll's own header and delimiter, every cell untouched (a byte that is no text becomes U+FFFD),
/// then withheld_field, withheld_code, withheld_reason_hi and withheld_reason_en, each problem parted by " · ". Where a
/// row has not as many cells as the header, withheld_extra keeps the surplus, or "?" for cells lost, and read_roll
/// withholds the row until it is emptied. CSV is UTF-8 with a byte order mark. In the order of the roll; several
/// entries of a row are told as one. Reads the roll a second time.
///
/// Gives the name of the file, and removes one of another format that an earlier run left. With nobody withheld there
/// is no file, and the name is empty. Throws RunError as read_roll, and try_again if the roll is no longer what it was.
std::string write_withheld(const RollSource& source, std::span<const Withheld> withheld,
                           const std::filesystem::path& folder);

/// Whether the roll is itself the file of withheld rows that write_withheld would replace in this folder.
bool is_withheld_file(const RollSource& source, const std::filesystem::path& folder);

}  // namespace pehchan
