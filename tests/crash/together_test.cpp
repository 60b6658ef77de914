#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "crash/good_roll.h"
#include "support/postgres_server.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class Together : public testing::Test {
 protected:
  std::vector<std::string> issue(const fs::path& out, const std::string& ledger) const {
    auto how = plain_card;
    how.insert(how.end(), {"--sheets-per-file", "2", "--lease", "3", "--jobs", "2"});
    auto words = roll_.issue(out, ledger, how);
    std::erase(words, "--quiet");
    return words;
  }
  void take_roll_of(std::size_t members) { roll_ = make_plain_roll(home_ / "roll", members); }

  static void wait_for(RunningProgram& run, const fs::path& file) {
    while (!fs::exists(file) && !run.has_ended()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ASSERT_FALSE(run.has_ended()) << run.wait().err;
  }
  static std::size_t pdfs_in(const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder)) count += entry.path().extension() == ".pdf" ? 1U : 0U;
    return count;
  }
  static void expect_told_to_wait(const Finished& run) {
    EXPECT_EQ(run.code, 75);
    EXPECT_NE(run.err.find("another run is at work"), std::string::npos) << run.err;
  }

  ScratchFolder home_;
  GoodRoll roll_;
  const fs::path one_ = home_ / "one", other_ = home_ / "other";
};

TEST_F(Together, AtOneSqliteLedgerTheSecondIsToldToWaitAndLaterHasNothingToDo) {
  take_roll_of(200);
  const std::string ledger = home_ / "ledger.db";
  RunningProgram first(issue(one_, ledger));
  wait_for(first, one_ / "sheets-0001.pdf");
  expect_told_to_wait(run_program(issue(other_, ledger)));
  EXPECT_EQ(first.wait().code, 0);
  const Finished second = run_program(issue(other_, ledger));
  EXPECT_EQ(second.code, 0) << second.err;
  EXPECT_NE(second.out.find("Nothing left to do"), std::string::npos) << second.out;
  EXPECT_EQ(pdfs_in(other_), 0U);
  EXPECT_EQ(card_facts(ledger), (CardFacts{200, 200, 200}));
}

TEST_F(Together, InOneFolderTheSecondIsToldToWait) {
  take_roll_of(200);
  const PostgresServer server;
  RunningProgram first(issue(one_, server.url()));
  wait_for(first, one_ / "sheets-0001.pdf");
  expect_told_to_wait(run_program(issue(one_, server.url())));
  EXPECT_EQ(first.wait().code, 0);
}

TEST_F(Together, AtOnePostgresLedgerTwoRunsShareTheWorkAndNobodyGetsTwoCards) {
  take_roll_of(1100);  // cards are claimed by the thousand
  const PostgresServer server;
  RunningProgram first(issue(one_, server.url())), second(issue(other_, server.url()));
  const Finished a = first.wait(), b = second.wait();
  EXPECT_EQ(a.code, 0) << a.err;
  EXPECT_EQ(b.code, 0) << b.err;
  EXPECT_GT(pdfs_in(one_), 0U);
  EXPECT_GT(pdfs_in(other_), 0U);
  EXPECT_EQ(card_facts(server.url()), (CardFacts{1100, 1100, 1100}));
  EXPECT_EQ(faults_of(server.url()), "");
}

TEST_F(Together, WhenOneIsKilledTheOtherTakesItsCardsOverAndFinishesAlone) {
  take_roll_of(200);
  const PostgresServer server;
  RunningProgram first(issue(one_, server.url()));
  wait_for(first, one_ / "sheets-0001.pdf");
  RunningProgram second(issue(other_, server.url()));
  wait_for(second, other_ / ".lock");
  wait_for(first, one_ / ".sheets-0004.pdf.painted");
  first.signal(SIGKILL);
  EXPECT_EQ(first.wait().code, 128 + SIGKILL);
  const Finished survivor = second.wait();
  EXPECT_EQ(survivor.code, 0) << survivor.err;
  EXPECT_GT(pdfs_in(one_), 0U);
  EXPECT_GT(pdfs_in(other_), 0U);
  EXPECT_EQ(card_facts(server.url()), (CardFacts{200, 200, 200}));
  EXPECT_EQ(faults_of(server.url()), "");
}

TEST_F(Together, OneFrozenPastItsLeaseLosesItsCardsAndMakesNoneOfThemWhenItWakes) {
  take_roll_of(200);
  const PostgresServer server;
  RunningProgram frozen(issue(one_, server.url()));
  wait_for(frozen, one_ / ".sheets-0003.pdf.painted");
  frozen.signal(SIGSTOP);
  const std::size_t before = pdfs_in(one_);
  const Finished other = run_program(issue(other_, server.url()));
  EXPECT_EQ(other.code, 0) << other.err;
  EXPECT_EQ(card_facts(server.url()), (CardFacts{200, 200, 200}));
  frozen.signal(SIGCONT);
  const Finished woken = frozen.wait();
  EXPECT_EQ(woken.code, 75);
  EXPECT_NE(woken.err.find("silent for too long"), std::string::npos) << woken.err;
  EXPECT_EQ(pdfs_in(one_), before);
  EXPECT_TRUE(unfinished_files(one_).empty());
  EXPECT_EQ(card_facts(server.url()), (CardFacts{200, 200, 200}));
  EXPECT_EQ(faults_of(server.url()), "");
}

}  // namespace
}  // namespace pehchan
