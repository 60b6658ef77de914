#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "crash/good_roll.h"
#include "support/postgres_server.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class Database : public testing::Test {
 protected:
  void SetUp() override { roll_ = make_plain_roll(home_ / "roll", 100); }

  std::vector<std::string> issue(const fs::path& out, const std::string& ledger) const {
    auto how = plain_card;
    how.insert(how.end(), {"--sheets-per-file", "1"});
    return roll_.issue(out, ledger, how);
  }

  /// What a run makes whose ledger is a file that nobody disturbs.
  std::string whole() const {
    const fs::path out = home_ / "whole";
    EXPECT_EQ(run_program(issue(out, (out / "ledger.db").string())).code, 0);
    return fingerprint(out);
  }

  static void expect_unavailable(const Finished& run) {
    EXPECT_EQ(run.code, 69) << run.err;
    EXPECT_NE(run.err.find("database"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("run the same command again"), std::string::npos) << run.err;
  }

  ScratchFolder home_;
  GoodRoll roll_;
  PostgresServer server_;
};

TEST_F(Database, StoppedInMidRunIsToldAndTheSameCommandEndsTheJob) {
  const fs::path out = home_ / "out";
  for (const char* file : {"sheets-0002.pdf", "sheets-0005.pdf", ".sheets-0007.pdf.painted"}) {
    RunningProgram run(issue(out, server_.url()));
    while (!fs::exists(out / file) && !run.has_ended()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    server_.stop();
    expect_unavailable(run.wait());
    server_.start();
    EXPECT_EQ(faults_of(server_.url()), "");
  }
  const Finished last = run_program(issue(out, server_.url()));
  EXPECT_EQ(last.code, 0) << last.err;
  EXPECT_EQ(fingerprint(out), whole());
  EXPECT_TRUE(unfinished_files(out).empty());
  EXPECT_EQ(faults_of(server_.url()), "");
  EXPECT_EQ(card_facts(server_.url()), (CardFacts{100, 100, 100}));
}

TEST_F(Database, StoppedBeforeARunIsToldAndNothingIsWritten) {
  const fs::path out = home_ / "out";
  server_.stop();
  expect_unavailable(run_program(issue(out, server_.url())));
  EXPECT_EQ(fingerprint(out), "");
  server_.start();
  EXPECT_EQ(run_program(issue(out, server_.url())).code, 0);
  EXPECT_EQ(fingerprint(out), whole());
}

}  // namespace
}  // namespace pehchan
