#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/run_error.h"
#include "roll/read_roll.h"
#include "roll/utf8.h"

namespace {

/// What must hold for every roll, however broken: each row is in one place, and what is confirmed is clean.
void expect(bool holds) {
  if (!holds) std::abort();
}

void check(const pehchan::Roll& roll) {
  expect(roll.confirmed.size() + roll.withheld.size() + roll.pending + roll.declined == roll.rows);
  for (const auto& member : roll.confirmed) {
    expect(member[pehchan::Field::status] == "confirmed");
    expect(!member[pehchan::Field::member_no].empty() && !member[pehchan::Field::name].empty());
    expect(member[pehchan::Field::photo].front() != '/');
    for (const auto& value : member.values) expect(!pehchan::find_bad_utf8(value));
  }
  for (const auto& one : roll.withheld) {
    expect(!one.problems.empty());
    for (const auto& problem : one.problems) expect(problem.row == one.member.row && !problem.reason.hi.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* header = "member_no,name,booth_no,block,district,photo,status,mobile,epic_no,valid_until,x\n";
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const std::string& whole : {text, header + text}) {
    try {
      std::istringstream bytes(whole);
      check(pehchan::read_roll(bytes, {.where = "roll.csv"}));
    } catch (const pehchan::RunError& error) {
      expect(error.code == pehchan::ExitCode::bad_input);
    }
  }
  return 0;
}
