#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <thread>

#include "batch/job_folder.h"
#include "crash/good_roll.h"
#include "ledger/placing.h"
#include "support/postgres_server.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds, std::chrono::milliseconds;

enum class Kind { sqlite, postgres };

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* text = std::getenv(variable);
  return text != nullptr ? static_cast<unsigned>(std::strtoul(text, nullptr, 10)) : otherwise;
}

/// Where runs were when they were killed.
struct Hits {
  unsigned kills = 0, in_painting = 0, in_finishing = 0, bound = 0, published = 0;
};

/// Runs over one roll are killed, run again, and compared with a run that nobody disturbed.
class Kill : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    if (GetParam() == Kind::postgres) server_ = std::make_unique<PostgresServer>();
    const unsigned seed = number_from("PEHCHAN_KILL_SEED", std::random_device()());
    std::printf("to see the same moments again: PEHCHAN_KILL_SEED=%u\n", seed);
    random_.seed(seed);
  }

  void prepare(GoodRoll roll, std::size_t members, std::vector<std::string> how) {
    members_ = members;
    how_ = std::move(how);
    roll_ = std::move(roll);
    const std::string ledger = new_ledger(0);
    const auto begun = Clock::now();
    const fs::path count = home_ / "steps";
    const Finished run = run_program(roll_.issue(out(), ledger, how_), stepped("PEHCHAN_STEPS_TO", count));
    length_ = std::chrono::duration_cast<milliseconds>(Clock::now() - begun).count();
    ASSERT_EQ(run.code, 0) << run.err;
    whole_ = fingerprint(out());
    for (const auto& entry : fs::directory_iterator(out())) files_ += entry.path().extension() == ".pdf" ? 1U : 0U;
    ASSERT_GE(files_, 3U);
    steps_ = static_cast<unsigned>(std::stoul("0" + bytes_of(count)));
    ASSERT_GE(steps_, 10 * files_) << "the steps of a run are not counted";
    drop(0);
  }

  /// Every round is killed at least once; some two or three times before they may end.
  void kill_and_finish(unsigned rounds) {
    for (unsigned round = 1, tries = 0; round <= rounds && !HasFailure(); ++tries) {
      ASSERT_LT(tries, 4 * rounds) << "runs end before they can be killed";
      if (one_round(tries + 1)) ++round;
    }
    std::printf(
        "%u rounds, %u kills: %u in painting, %u in finishing, %u with a file bound and not released, of them "
        "%u under its final name\n",
        rounds, hits_.kills, hits_.in_painting, hits_.in_finishing, hits_.bound, hits_.published);
  }

  const Hits& hits() const { return hits_; }

  ScratchFolder home_;

 private:
  fs::path out() const { return home_ / "out"; }

  std::string new_ledger(unsigned round) const {
    if (!server_) return (out() / "ledger.db").string();
    const std::string name = "round" + std::to_string(round), url = server_->url();
    server_->run("create database " + name);
    return url.substr(0, url.rfind('/') + 1) + name;
  }
  void drop(unsigned round) const {
    fs::remove_all(out());
    if (server_) server_->run("drop database round" + std::to_string(round) + " with (force)");
  }

  static std::vector<std::string> stepped(const std::string& variable, const std::string& value) {
    return {"env", "LD_PRELOAD=" PEHCHAN_STEP_KILLER, "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0",
            variable + "=" + value};
  }

  unsigned at_most(unsigned largest) { return std::uniform_int_distribution<unsigned>(0, largest)(random_); }

  /// Until a moment of the whole run, or until a step of the release of one of its files has begun.
  void wait_for_the_moment(RunningProgram& run) {
    if (at_most(1) == 0) {
      const auto end = Clock::now() + milliseconds(at_most(static_cast<unsigned>(length_)));
      while (Clock::now() < end && !run.has_ended()) std::this_thread::sleep_for(milliseconds(1));
      return;
    }
    char stem[32];
    std::snprintf(stem, sizeof stem, "sheets-%04u", 1 + at_most(files_ - 1));
    const std::string name = stem;
    const fs::path steps[] = {"." + name + ".pdf.painted", name + ".pdf.part", "previews/" + name + "-front.png",
                              "previews/" + name + "-card-back.png", name + ".pdf"};
    const fs::path step = out() / steps[at_most(4)];
    while (!fs::exists(step) && !run.has_ended()) std::this_thread::sleep_for(microseconds(100));
    std::this_thread::sleep_for(microseconds(at_most(3) * at_most(5000)));
  }

  /// Half of the kills come from outside at some moment, half from inside between two steps that last.
  bool kill_once(const std::string& ledger) {
    const bool from_inside = at_most(1) == 0;
    const auto step = std::to_string(1 + at_most(steps_ - 1));
    RunningProgram run(roll_.issue(out(), ledger, how_),
                       from_inside ? stepped("PEHCHAN_DIE_AT", step) : std::vector<std::string>());
    if (!from_inside) {
      wait_for_the_moment(run);
      run.signal(SIGKILL);
    }
    if (run.wait().code != 128 + SIGKILL) return false;
    note(ledger);
    return true;
  }

  void note(const std::string& ledger) {
    ++hits_.kills;
    for (const auto& name : unfinished_files(out())) {
      hits_.in_painting += name.ends_with(".painted") ? 1U : 0U;
      hits_.in_finishing += name.ends_with(".pdf.part") ? 1U : 0U;
    }
    if (!ledger_exists(ledger)) return;
    // Opening a SQLite ledger repairs what the kill left, which the next run must be able to do by itself: a copy is
    // read.
    const fs::path copy = home_ / "copy";
    if (!server_) {
      fs::create_directories(copy);
      for (const char* name : {"ledger.db", "ledger.db-wal"})
        if (fs::exists(out() / name)) fs::copy_file(out() / name, copy / name);
    }
    {
      Ledger book(server_ ? ledger : (copy / "ledger.db").string());
      count_bound(book, server_ ? job_folder(book, out()) : ".");
    }
    fs::remove_all(copy);
  }

  void count_bound(Ledger& book, const std::string& folder) {
    for (const JobFile& file : prepared_files(book, folder)) {
      ++hits_.bound;
      hits_.published += fs::exists(out() / file.name) ? 1U : 0U;
    }
  }

  /// False when the run ended before it could be killed.
  bool one_round(unsigned round) {
    SCOPED_TRACE("round " + std::to_string(round));
    const std::string ledger = new_ledger(round);
    const unsigned kills = round % 5 == 0 ? 3 : round % 5 == 1 ? 2 : 1;
    bool was_killed = false;
    for (unsigned i = 0; i < kills; ++i) was_killed = kill_once(ledger) || was_killed;
    if (was_killed) {
      const Finished last = run_program(roll_.issue(out(), ledger, how_));
      EXPECT_EQ(last.code, 0) << last.err;
      EXPECT_EQ(fingerprint(out()), whole_);
      EXPECT_TRUE(unfinished_files(out()).empty());
      EXPECT_EQ(faults_of(ledger), "");
      EXPECT_EQ(card_facts(ledger), (CardFacts{members_, members_, members_}));
    }
    drop(round);
    return was_killed;
  }

  std::unique_ptr<PostgresServer> server_;
  std::mt19937 random_;
  GoodRoll roll_;
  std::vector<std::string> how_;
  std::size_t members_ = 0;
  unsigned files_ = 0, steps_ = 0;
  long long length_ = 0;
  std::string whole_;
  Hits hits_;
};

TEST_P(Kill, AtAnyMomentOfTwoHundredCardsTheSameCommandEndsWithTheSameBytes) {
  auto how = plain_card;
  how.insert(how.end(), {"--sheets-per-file", "5"});
  ASSERT_NO_FATAL_FAILURE(prepare(make_plain_roll(home_ / "roll", 200), 200, how));
  const unsigned rounds = number_from("PEHCHAN_KILL_ROUNDS", 100);
  kill_and_finish(rounds);
  if (rounds < 100) return;  // too few to have met every step
  EXPECT_GT(hits().in_painting, 0U);
  EXPECT_GT(hits().in_finishing, 0U);
  EXPECT_GT(hits().bound, 0U);
}

TEST_P(Kill, AtAnyMomentOfCardsWithPortraitsTheSameCommandEndsWithTheSameBytes) {
  ASSERT_NO_FATAL_FAILURE(prepare(make_good_roll(home_ / "demo", 30), 30, {"--sheets-per-file", "1"}));
  kill_and_finish(number_from("PEHCHAN_KILL_ROUNDS", 100) / 20 + 1);
}

const auto name_of_kind = [](const testing::TestParamInfo<Kind>&) { return "Ledger"; };
INSTANTIATE_TEST_SUITE_P(Sqlite, Kill, testing::Values(Kind::sqlite), name_of_kind);
INSTANTIATE_TEST_SUITE_P(Postgres, Kill, testing::Values(Kind::postgres), name_of_kind);

}  // namespace
}  // namespace pehchan
