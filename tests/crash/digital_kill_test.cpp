// The site of digital cards, whose making is killed between two steps that last: the next run ends it with the same
// bytes, and no card's folder is ever half there.
#include <gtest/gtest.h>

#include <csignal>
#include <string>

#include "batch/digital_site.h"
#include "crash/good_roll.h"
#include "crash/small_disk.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class DigitalKill : public testing::Test {
 protected:
  using Words = std::vector<std::string>;

  void SetUp() override {
    // Three files, which are brought to the disk one after the other.
    const GoodRoll roll = make_plain_roll(home_ / "roll", 24);
    Words how = plain_card;
    how.insert(how.end(), {"--sheets-per-file", "1"});
    const Finished run = run_program(roll.issue(home_ / "out", ledger_, how));
    ASSERT_EQ(run.code, 0) << run.err;
    ASSERT_EQ(run_program(words()).code, 0);
    whole_ = fingerprint(site());
  }

  fs::path site() const { return home_ / "site"; }
  Words words() const {
    return {"digital", "--out",          site().string(), "--ledger", ledger_, "--base-url", "https://cards.example/",
            "--quiet", "--organisation", "Jan Dal"};
  }
  static Words stepped(const std::string& variable, const std::string& value) {
    return {"env", "LD_PRELOAD=" PEHCHAN_STEP_KILLER, "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0",
            variable + "=" + value};
  }
  void expect_whole_cards() const {
    if (!fs::exists(site() / "c")) return;
    for (const auto& entry : fs::directory_iterator(site() / "c")) {
      if (!entry.is_directory()) continue;
      for (const char* name : card_files) EXPECT_TRUE(fs::exists(entry.path() / name)) << entry.path() / name;
    }
  }

  ScratchFolder home_;
  std::string ledger_ = (home_ / "ledger.db").string(), whole_;
};

TEST_F(DigitalKill, TheNextRunEndsWhatAKilledOneBegan) {
  fs::remove_all(site());
  const fs::path count = home_ / "steps";
  ASSERT_EQ(run_program(words(), stepped("PEHCHAN_STEPS_TO", count)).code, 0);
  const long steps = std::stol("0" + bytes_of(count));
  ASSERT_GT(steps, 24) << "the steps of a run are not counted";
  int kills = 0;
  for (const long at : {2L, steps / 3, steps / 2, steps * 3 / 4, steps - 6, steps - 2}) {
    fs::remove_all(site());
    kills += run_program(words(), stepped("PEHCHAN_DIE_AT", std::to_string(at))).code == 128 + SIGKILL;
    expect_whole_cards();
    const Finished run = run_program(words());
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(fingerprint(site()), whole_) << "killed at step " << at;
    EXPECT_FALSE(fs::exists(site() / ".part"));
  }
  EXPECT_GE(kills, 4);
}

TEST_F(DigitalKill, AFullDiskIsToldAndTheNextRunGoesOn) {
  if (const std::string why = why_no_disk(); !why.empty()) GTEST_SKIP() << "NOT TESTED: " << why;
  fs::remove_all(site());
  const SmallDisk disk(site(), 1500);
  const Finished full = run_program(words());
  EXPECT_EQ(full.code, 75) << full.err;
  EXPECT_NE(full.err.find("disk space"), std::string::npos) << full.err;
  expect_whole_cards();
  disk.grow_to(100'000);
  EXPECT_EQ(run_program(words()).code, 0);
  EXPECT_EQ(fingerprint(site()), whole_);
}

TEST_F(DigitalKill, AsksForATryAgainWhenToldToStop) {
  fs::remove_all(site());
  RunningProgram run(words());
  while (!fs::exists(site() / ".part") && !run.has_ended()) {
  }
  run.signal(SIGTERM);
  EXPECT_EQ(run.wait().code, 75);
  expect_whole_cards();
  ASSERT_EQ(run_program(words()).code, 0);
  EXPECT_EQ(fingerprint(site()), whole_);
}

}  // namespace
}  // namespace pehchan
