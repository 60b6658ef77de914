#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/member.h"
#include "model/problem.h"
#include "roll/shared_keys.h"

namespace pehchan {

/// What confirmed and withheld rows have in common that they must not, or should not, have. Keeps about 40 bytes a row,
/// and no member.
class Duplicates {
 public:
  /// One confirmed or withheld row, in the order of the roll. `is_good`: nothing is wrong with it by itself.
  void add(const Member& member, bool is_good);
  /// After the last row.
  void settle();

  /// Whether another row has the same member number or EPIC number: which of them is right only the clerk can say.
  bool withholds(std::size_t row) const;
  /// Whether it withholds any row.
  bool any() const { return numbers_.count() + epics_.count() > 0; }
  /// The reasons why it withholds a row.
  std::vector<Problem> problems_of(std::size_t row, const std::string& file) const;
  /// What is worth a look in a good row that is not withheld: a mobile that another such row has too, an EPIC number of
  /// the old kind.
  std::vector<Problem> notes_of(std::size_t row, const std::string& file) const;
  /// How many notes of each code there are in all.
  std::map<std::string, std::size_t> count_notes() const;

 private:
  SharedKeys numbers_, epics_, mobiles_;
  std::vector<std::uint32_t> old_epics_;  ///< good rows, ascending
};

}  // namespace pehchan
