#pragma once
#include <cstddef>
#include <string>

#include "model/words.h"

namespace pehchan {

/// A member's trouble: data, collected and reported together, never thrown. (The run's own trouble is RunError.)
struct Problem {
  std::string code;     ///< stable, snake_case, for programs: "epic_malformed"
  std::string file;     ///< the roll or the photo it was found in, as the clerk named it
  std::size_t row = 0;  ///< row of the roll as a spreadsheet numbers it (the header is row 1); 0 when not known
  std::string field;    ///< canonical column name, or card_no; empty when it is the whole row
  Words reason;         ///< what is wrong and what to do about it

  bool operator==(const Problem&) const = default;
};

}  // namespace pehchan
