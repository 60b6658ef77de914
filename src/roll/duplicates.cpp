#include "roll/duplicates.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "roll/problems.h"
#include "roll/validate.h"

namespace pehchan {
namespace {

using Row = std::size_t;
using ByRow = std::unordered_map<Row, std::vector<Problem>>;
using Keyed = std::vector<std::pair<std::string, Row>>;

/// Calls `found` with the rows of each group of two or more that share a key; an empty key is shared by nobody.
template <class Found>
void each_group(Keyed keyed, Found found) {
  std::erase_if(keyed, [](const auto& pair) { return pair.first.empty(); });
  std::sort(keyed.begin(), keyed.end());
  for (auto first = keyed.begin(); first != keyed.end();) {
    const auto last = std::find_if(first, keyed.end(), [&](const auto& pair) { return pair.first != first->first; });
    std::vector<Row> rows;
    std::transform(first, last, std::back_inserter(rows), [](const auto& pair) { return pair.second; });
    if (rows.size() > 1) found(rows);
    first = last;
  }
}

void find_shared(Keyed keyed, RowFault fault, Field field, const std::string& file, ByRow& problems) {
  each_group(std::move(keyed), [&](const std::vector<Row>& rows) {
    for (const Row row : rows)
      problems[row].push_back(shared_problem(fault, file, row, std::string(name_of(field)), rows));
  });
}

/// UP/12 and UP-12 are one number to whoever reads it out.
std::string card_key(const Member& member) {
  std::string number = member[Field::member_no];
  std::replace(number.begin(), number.end(), '/', '-');
  return number;
}

template <class Key>
Keyed keyed_rows(const Roll& roll, bool with_withheld, Key key) {
  Keyed keyed;
  for (const Member& member : roll.confirmed) keyed.emplace_back(key(member), member.row);
  if (with_withheld)
    for (const Withheld& withheld : roll.withheld) keyed.emplace_back(key(withheld.member), withheld.member.row);
  return keyed;
}

}  // namespace

void withhold_duplicates(Roll& roll) {
  ByRow problems;
  find_shared(keyed_rows(roll, true, card_key), RowFault::member_no_duplicate, Field::member_no, roll.file, problems);
  const auto epic = [](const Member& member) { return member[Field::epic_no]; };
  find_shared(keyed_rows(roll, true, epic), RowFault::epic_duplicate, Field::epic_no, roll.file, problems);
  if (problems.empty()) return;

  for (Withheld& withheld : roll.withheld)
    if (const auto found = problems.find(withheld.member.row); found != problems.end())
      std::move(found->second.begin(), found->second.end(), std::back_inserter(withheld.problems));
  const auto stays = [&](const Member& member) { return !problems.contains(member.row); };
  const auto doubles = std::stable_partition(roll.confirmed.begin(), roll.confirmed.end(), stays);
  for (auto member = doubles; member != roll.confirmed.end(); ++member) {
    auto& reasons = problems[member->row];
    roll.withheld.push_back({std::move(*member), std::move(reasons)});
  }
  roll.confirmed.erase(doubles, roll.confirmed.end());
  std::sort(roll.withheld.begin(), roll.withheld.end(),
            [](const Withheld& a, const Withheld& b) { return a.member.row < b.member.row; });
}

void add_notes(Roll& roll) {
  ByRow shared;
  const auto mobile = [](const Member& member) { return member[Field::mobile]; };
  find_shared(keyed_rows(roll, false, mobile), RowFault::mobile_shared, Field::mobile, roll.file, shared);
  for (const Member& member : roll.confirmed) {
    if (const auto found = shared.find(member.row); found != shared.end())
      std::move(found->second.begin(), found->second.end(), std::back_inserter(roll.notes));
    if (is_old_epic(member[Field::epic_no]))
      roll.notes.push_back(
          roll_problem(RowFault::epic_old, roll.file, member.row, std::string(name_of(Field::epic_no))));
  }
}

}  // namespace pehchan
