#include "roll/record.h"

#include <algorithm>

namespace pehchan {

bool is_blank(const Record& record) {
  return std::all_of(record.cells.begin(), record.cells.end(),
                     [](const std::string& cell) { return cell.find_first_not_of(" \t\r\n") == std::string::npos; });
}

void limit_length(Record& record) {
  std::size_t whole = 0;
  for (std::string& cell : record.cells) {
    if (cell.size() > longest_cell || whole + cell.size() > longest_record) {
      record.defect = Defect::too_long;
      cell.resize(std::min(longest_cell, longest_record - std::min(whole, longest_record)));
    }
    whole += cell.size();
  }
}

}  // namespace pehchan
