#include "batch/shown_members.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/nearest.h"
#include "base/run_error.h"
#include "roll/normalise.h"
#include "roll/read_roll.h"

namespace pehchan {
namespace {

RunError unknown_set(const std::string& written, const std::vector<StressCase>& all) {
  std::vector<std::string_view> names{"stress"};
  for (const StressCase& one : all) names.push_back(one.name);
  const std::string meant = nearest(written, names);
  return {ExitCode::usage, fmt::format("--set: there is nothing like '{}'", written),
          meant.empty() ? fmt::format("It may be {}.", fmt::join(names, ", ")) : fmt::format("Is '{}' meant?", meant)};
}

std::vector<StressCase> cases_of(const std::string& set) {
  std::vector<StressCase> all = stress_set();
  if (set == "stress") return all;
  const auto found = std::ranges::find(all, set, &StressCase::name);
  if (found == all.end()) throw unknown_set(set, all);
  return {*found};
}

/// Why a member of the roll has no card to look at.
RunError not_shown(const Roll& roll, const std::string& number) {
  const auto is_it = [&](const Member& member) { return member[Field::member_no] == number; };
  if (const auto found = std::ranges::find_if(roll.withheld, is_it, &Withheld::member); found != roll.withheld.end()) {
    std::string what = fmt::format("row {} of {} is withheld:", found->member.row, roll.file);
    for (const Problem& problem : found->problems)
      what += fmt::format("\n  {}: {}\n  {}", problem.field, problem.reason.en, problem.reason.hi);
    return {ExitCode::bad_input, what, "Put the row right in the roll, or choose another --member."};
  }
  if (const auto found = std::ranges::find_if(roll.unconfirmed, is_it); found != roll.unconfirmed.end())
    return {ExitCode::bad_input, fmt::format("the member of row {} of {} is not confirmed", found->row, roll.file),
            "Only the confirmed get a card; choose another --member."};
  return {ExitCode::bad_input,
          fmt::format("{} has no confirmed member{}", roll.file, number.empty() ? "" : " with the number " + number),
          "Check the number given with --member."};
}

std::string file_name_of(std::string number) {
  std::ranges::replace(number, '/', '-');
  return number;
}

}  // namespace

std::vector<StressCase> shown_members(const PreviewOptions& options) {
  if (options.roll.where.empty()) return cases_of(options.set);
  Roll roll = read_roll(options.roll);
  const std::string number = normalised(Field::member_no, options.member);
  const auto found = std::ranges::find_if(
      roll.confirmed, [&](const Member& member) { return number.empty() || member[Field::member_no] == number; });
  if (found == roll.confirmed.end()) throw not_shown(roll, number);
  StressCase one{file_name_of((*found)[Field::member_no]), "", std::move(*found), sample_number(), false};
  return {std::move(one)};
}

}  // namespace pehchan
