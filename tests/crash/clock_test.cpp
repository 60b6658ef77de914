#include <gtest/gtest.h>

#include <csignal>

#include "crash/good_roll.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Words = std::vector<std::string>;

const Words long_ago{"faketime", "-f", "-400d"};

class Clock : public testing::Test {
 protected:
  void SetUp() override { roll_ = make_plain_roll(home_ / "roll", 100); }

  Words issue(const fs::path& out) const {
    auto how = plain_card;
    how.insert(how.end(), {"--sheets-per-file", "1"});
    return roll_.issue(out, ledger_of(out), how);
  }
  static std::string ledger_of(const fs::path& out) { return out / "ledger.db"; }

  ScratchFolder home_;
  GoodRoll roll_;
};

TEST_F(Clock, OfAnyYearTheBytesAreTheSame) {
  EXPECT_EQ(run_program(issue(home_ / "now")).code, 0);
  EXPECT_EQ(run_program(issue(home_ / "then"), long_ago).code, 0);
  EXPECT_EQ(fingerprint(home_ / "then"), fingerprint(home_ / "now"));
}

TEST_F(Clock, SetBackInBetweenChangesNothing) {
  const fs::path out = home_ / "out", whole = home_ / "whole";
  EXPECT_EQ(run_program(issue(whole)).code, 0);
  {
    RunningProgram first(issue(out));
    while (!fs::exists(out / "sheets-0002.pdf") && !first.has_ended()) continue;
    first.signal(SIGTERM);
    EXPECT_EQ(first.wait().code, 75);
  }
  EXPECT_EQ(run_program(issue(out), long_ago).code, 0);
  EXPECT_EQ(fingerprint(out), fingerprint(whole));
  for (const Words& words : {Words{"printed", "J0001"}, Words{"handover", "J0001"},
                             Words{"handover", "J0001", "--signed"}, Words{"ledger", "check", "--files"}}) {
    Words all = words;
    all.insert(all.end(), {"--ledger", ledger_of(out)});
    const Finished run = run_program(all, long_ago);
    EXPECT_EQ(run.code, 0) << words[0] << ": " << run.err << run.out;
  }
  EXPECT_EQ(faults_of(ledger_of(out)), "");
}

}  // namespace
}  // namespace pehchan
