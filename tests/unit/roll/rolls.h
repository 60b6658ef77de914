#pragma once
#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/run_error.h"
#include "roll/read_roll.h"

/// Small rolls of invented people for the tests of this room.
namespace pehchan::testing_rolls {

inline const std::string header = "member_no,name,booth_no,block,district,photo,status,mobile,epic_no\n";

/// A good row of that header.
inline std::string good_row(const std::string& number) {
  return "UP-" + number + ",Asha Test,12,Bandi,Jhansi,asha.jpg,confirmed,,\n";
}

inline Roll read(const std::string& text, const std::string& encoding = {}) {
  std::istringstream bytes(text);
  return read_roll(bytes, {.where = "roll.csv", .encoding = encoding});
}

/// One confirmed member with these further columns, as "heading=value" pairs; a canonical column is replaced.
inline Roll read_one(std::vector<std::pair<std::string, std::string>> cells) {
  std::vector<std::pair<std::string, std::string>> all = {
      {"member_no", "UP-1"},  {"name", "Asha Test"}, {"booth_no", "12"},     {"block", "Bandi"},
      {"district", "Jhansi"}, {"photo", "asha.jpg"}, {"status", "confirmed"}};
  for (auto& cell : cells) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == cell.first; });
    if (same == all.end())
      all.push_back(cell);
    else
      same->second = cell.second;
  }
  std::string head, row;
  for (const auto& [heading, value] : all) {
    head += (head.empty() ? "" : ",") + heading;
    row += row.empty() ? "" : ",";
    row += '"';
    for (const char c : value) row += c == '"' ? "\"\"" : std::string(1, c);
    row += '"';
  }
  return read(head + "\n" + row + "\n");
}

/// "row field code" of every problem of every withheld row.
inline std::vector<std::string> told(const Roll& roll) {
  std::vector<std::string> lines;
  for (const auto& one : roll.withheld)
    for (const auto& problem : one.problems)
      lines.push_back(std::to_string(problem.row) + " " + problem.field + " " + problem.code);
  return lines;
}

inline std::vector<std::string> numbers(const Roll& roll) {
  std::vector<std::string> found;
  for (const auto& member : roll.confirmed) found.push_back(member[Field::member_no]);
  return found;
}

/// The error a roll ends in; its code is ok when it does not.
inline RunError refusal(const std::string& text, const std::string& encoding = {}) {
  try {
    read(text, encoding);
  } catch (const RunError& error) {
    return error;
  }
  return {ExitCode::ok, "no error"};
}

using Lines = std::vector<std::string>;

}  // namespace pehchan::testing_rolls
