#include "roll/duplicates.h"

#include <algorithm>

#include "roll/problems.h"
#include "roll/validate.h"

namespace pehchan {

void Duplicates::add(const Member& member, bool is_good) {
  // UP/12 and UP-12 are one number to whoever reads it out.
  std::string number = member[Field::member_no];
  std::replace(number.begin(), number.end(), '/', '-');
  if (!number.empty()) numbers_.add(number, member.row);
  epics_.add(member[Field::epic_no], member.row);
  if (!is_good) return;
  mobiles_.add(member[Field::mobile], member.row);
  if (is_old_epic(member[Field::epic_no])) old_epics_.push_back(static_cast<std::uint32_t>(member.row));
}

void Duplicates::settle() {
  numbers_.settle([](std::size_t) { return true; });
  epics_.settle([](std::size_t) { return true; });
  mobiles_.settle([&](std::size_t row) { return !withholds(row); });
  std::erase_if(old_epics_, [&](std::uint32_t row) { return withholds(row); });
}

bool Duplicates::withholds(std::size_t row) const {
  return !numbers_.sharing(row).empty() || !epics_.sharing(row).empty();
}

std::vector<Problem> Duplicates::problems_of(std::size_t row, const std::string& file) const {
  std::vector<Problem> problems;
  const auto add = [&](const SharedKeys& keys, RowFault fault, Field field) {
    if (const auto rows = keys.sharing(row); !rows.empty())
      problems.push_back(shared_problem(fault, file, row, std::string(name_of(field)), rows));
  };
  add(numbers_, RowFault::member_no_duplicate, Field::member_no);
  add(epics_, RowFault::epic_duplicate, Field::epic_no);
  return problems;
}

std::vector<Problem> Duplicates::notes_of(std::size_t row, const std::string& file) const {
  std::vector<Problem> notes;
  if (const auto rows = mobiles_.sharing(row); !rows.empty())
    notes.push_back(shared_problem(RowFault::mobile_shared, file, row, std::string(name_of(Field::mobile)), rows));
  if (std::binary_search(old_epics_.begin(), old_epics_.end(), row))
    notes.push_back(roll_problem(RowFault::epic_old, file, row, std::string(name_of(Field::epic_no))));
  return notes;
}

std::map<std::string, std::size_t> Duplicates::count_notes() const {
  std::map<std::string, std::size_t> notes;
  if (mobiles_.count() > 0) notes[roll_problem(RowFault::mobile_shared, {}, 0, {}).code] = mobiles_.count();
  if (!old_epics_.empty()) notes[roll_problem(RowFault::epic_old, {}, 0, {}).code] = old_epics_.size();
  return notes;
}

}  // namespace pehchan
