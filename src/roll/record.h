#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace pehchan {

/// What makes a row unreadable as such.
enum class Defect {
  none,
  quote_unclosed,   ///< CSV: a quoted cell does not end, or ends lines below, so that the row has not its columns
  quote_misplaced,  ///< CSV: a quotation mark inside an unquoted cell, or text after a closing one
  too_long,         ///< a cell over 64 KiB or a row over 256 KiB
  cell_count,       ///< not as many cells as the header
};

struct Record {
  std::size_t row = 0;             ///< as a spreadsheet numbers it, the first row being 1
  std::vector<std::string> cells;  ///< with a defect: as far as it can be split
  Defect defect = Defect::none;
};

inline constexpr std::size_t longest_cell = 64 * 1024;     ///< bytes
inline constexpr std::size_t longest_record = 256 * 1024;  ///< bytes

/// Nothing but blanks.
bool is_blank(const Record& record);

/// Cuts what is over the limits, and says so as a defect.
void limit_length(Record& record);

}  // namespace pehchan
