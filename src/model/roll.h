#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "model/member.h"
#include "model/problem.h"

namespace pehchan {

/// A row that gets no card until it is put right, and every reason why.
struct Withheld {
  Member member;  ///< as far as it could be read; `row` is always right
  std::vector<Problem> problems;
};

/// What a roll came to. Rows that are not confirmed are counted and not kept: they cannot get a card.
struct Roll {
  std::string file;                ///< as the clerk named it
  std::vector<Member> confirmed;   ///< valid and confirmed, in the order of the file
  std::vector<Withheld> withheld;  ///< confirmed or unreadable, and wrong; in the order of the file
  std::vector<Problem> notes;      ///< worth a look, but no reason to withhold (a mobile shared in a family)
  /// Members who are pending or have declined: nothing but row and number, to tell of those who have a card all the
  /// same.
  std::vector<Member> unconfirmed;
  std::size_t rows = 0;  ///< all data rows
  std::size_t pending = 0;
  std::size_t declined = 0;
};

}  // namespace pehchan
