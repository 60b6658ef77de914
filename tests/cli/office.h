#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "crash/good_roll.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {

/// A test with 25 members, three sheets of plain cards, and a ledger.
class Office : public testing::Test {
 protected:
  using Words = std::vector<std::string>;

  void SetUp() override { roll_ = make_plain_roll(home_ / "roll", 25); }

  Words issue_words(const Words& more = {}) const {
    Words how = plain_card;
    how.insert(how.end(), more.begin(), more.end());
    return roll_.issue(out_, ledger_, how);
  }
  Finished issue(const Words& more = {}) const { return run_program(issue_words(more)); }

  /// Any other command, with this ledger.
  Finished say(Words words) const {
    words.insert(words.end(), {"--ledger", ledger_});
    return run_program(words);
  }
  void expect(int code, const Words& words) const {
    const Finished run = say(words);
    EXPECT_EQ(run.code, code) << words[0] << ": " << run.out << run.err;
  }

  /// The latest card's number of a member: what `find` says first.
  std::string number_of(const std::string& member) const {
    const std::string found = say({"find", member}).out;
    return found.substr(0, found.find(' '));
  }
  /// The sum of the last column of `ledger stats` over the lines with this state.
  int cards_that_are(const std::string& state) const;

  nlohmann::json report() const { return nlohmann::json::parse(bytes_of(out_ / "report.json")); }
  void change_roll(const std::string& from, const std::string& to) const;

  ScratchFolder home_;
  GoodRoll roll_;
  std::filesystem::path out_ = home_ / "out";
  std::string ledger_ = home_ / "ledger.db";
};

inline int Office::cards_that_are(const std::string& state) const {
  const std::string told = say({"ledger", "stats"}).out;
  int sum = 0;
  for (std::size_t start = 0; start < told.size();) {
    const std::size_t end = std::min(told.find('\n', start), told.size());
    const std::string line = told.substr(start, end - start);
    if (line.find(" " + state + " ") != std::string::npos) sum += std::stoi(line.substr(line.rfind(' ')));
    start = end + 1;
  }
  return sum;
}

inline void Office::change_roll(const std::string& from, const std::string& to) const {
  std::string text = bytes_of(roll_.roll);
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos);
  write_bytes(roll_.roll, text.replace(at, from.size(), to));
}

}  // namespace pehchan
