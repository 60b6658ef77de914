#include "roll/read_roll.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "roll/duplicates.h"
#include "roll/open_source.h"
#include "roll/roll_reader.h"

namespace pehchan {
namespace {

/// `roll.withheld` stays in the order of the roll.
void withhold_duplicates(Roll& roll, const Duplicates& duplicates) {
  for (Withheld& withheld : roll.withheld) {
    auto problems = duplicates.problems_of(withheld.member.row, roll.file);
    std::move(problems.begin(), problems.end(), std::back_inserter(withheld.problems));
  }
  const auto stays = [&](const Member& member) { return !duplicates.withholds(member.row); };
  const auto doubles = std::stable_partition(roll.confirmed.begin(), roll.confirmed.end(), stays);
  for (auto member = doubles; member != roll.confirmed.end(); ++member) {
    auto problems = duplicates.problems_of(member->row, roll.file);
    roll.withheld.push_back({std::move(*member), std::move(problems)});
  }
  roll.confirmed.erase(doubles, roll.confirmed.end());
  std::sort(roll.withheld.begin(), roll.withheld.end(),
            [](const Withheld& a, const Withheld& b) { return a.member.row < b.member.row; });
}

Member number_alone(const Member& member) {
  Member alone;
  alone.row = member.row;
  alone[Field::member_no] = member[Field::member_no];
  return alone;
}

Roll read_all(RollReader& reader) {
  Roll roll;
  roll.file = reader.file();
  Duplicates duplicates;
  for (Record record; reader.next(record);) {
    ++roll.rows;
    JudgedRow row = reader.judge(record);
    if (row.verdict == Verdict::pending) ++roll.pending;
    if (row.verdict == Verdict::declined) ++roll.declined;
    if (row.verdict == Verdict::pending || row.verdict == Verdict::declined) {
      roll.unconfirmed.push_back(number_alone(row.member));
      continue;
    }
    const bool is_good = row.verdict == Verdict::confirmed;
    duplicates.add(row.member, is_good);
    if (is_good)
      roll.confirmed.push_back(std::move(row.member));
    else
      roll.withheld.push_back({std::move(row.member), std::move(row.problems)});
  }
  duplicates.settle();
  withhold_duplicates(roll, duplicates);
  for (const Member& member : roll.confirmed) {
    auto notes = duplicates.notes_of(member.row, roll.file);
    std::move(notes.begin(), notes.end(), std::back_inserter(roll.notes));
  }
  return roll;
}

}  // namespace

Roll read_roll(const RollSource& source) {
  RollReader reader(source);
  return read_all(reader);
}

Roll read_roll(std::istream& csv, const RollSource& source) {
  RollReader reader(open_stream(csv, source), source);
  return read_all(reader);
}

}  // namespace pehchan
