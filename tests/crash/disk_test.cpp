#include <gtest/gtest.h>

#include <cstdio>
#include <memory>

#include "crash/good_roll.h"
#include "crash/small_disk.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t plenty = 100'000;  // kB

class Disk : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    home = std::make_unique<ScratchFolder>();
    roll = make_plain_roll(*home / "roll", 60);
    const Finished run = run_program(issue(*home / "whole", *home / "whole" / "ledger.db"));
    ASSERT_EQ(run.code, 0) << run.err;
    whole = fingerprint(*home / "whole");
  }
  static void TearDownTestSuite() { home.reset(); }

  void SetUp() override {
    if (const std::string why = why_no_disk(); !why.empty()) GTEST_SKIP() << "NOT TESTED: " << why;
    disk_folder_ = *home / "disk";
  }

  static std::vector<std::string> issue(const fs::path& out, const fs::path& ledger) {
    auto how = plain_card;
    how.insert(how.end(), {"--sheets-per-file", "2", "--jobs", "2"});
    return roll.issue(out, ledger.string(), how);
  }

  /// kB that files below a folder take on a disk of pages; the ledger's not, or only they.
  static std::size_t size_of(const fs::path& folder, bool of_ledger) {
    std::size_t pages = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file() && entry.path().filename().string().starts_with("ledger.db") == of_ledger)
        pages += (entry.file_size() + 4095) / 4096;
    return pages * 4;
  }

  static void expect_full(const Finished& run) {
    EXPECT_EQ(run.code, 75) << run.err;
    EXPECT_NE(run.err.find("disk space"), std::string::npos) << run.err;
  }

  /// The same command again, with room: the same bytes as if nothing had been.
  static void expect_finished(const fs::path& out, const fs::path& ledger) {
    EXPECT_TRUE(unfinished_files(out).empty());
    if (fs::exists(ledger)) {
      EXPECT_EQ(faults_of(ledger.string()), "");
    }
    const Finished again = run_program(issue(out, ledger));
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(fingerprint(out), whole);
    EXPECT_EQ(faults_of(ledger.string()), "");
    EXPECT_EQ(card_facts(ledger.string()), (CardFacts{60, 60, 60}));
  }

  static std::unique_ptr<ScratchFolder> home;
  static GoodRoll roll;
  static std::string whole;
  fs::path disk_folder_;
};
std::unique_ptr<ScratchFolder> Disk::home;
GoodRoll Disk::roll;
std::string Disk::whole;

TEST_F(Disk, FullWithTheLedgerElsewhereSaysSoAndTheSameCommandEndsTheJob) {
  const std::size_t needed = size_of(*home / "whole", false);
  for (const std::size_t percent : {3U, 10U, 20U, 35U, 50U, 65U, 80U, 90U}) {
    SCOPED_TRACE(std::to_string(percent) + " % of what is needed");
    const SmallDisk disk(disk_folder_, std::max<std::size_t>(8, needed * percent / 100));
    const fs::path out = disk_folder_ / "out", ledger = *home / ("ledger-" + std::to_string(percent)) / "ledger.db";
    const Finished full = run_program(issue(out, ledger));
    std::printf("%zu %%: %s", percent, full.err.c_str());
    expect_full(full);
    disk.grow_to(plenty);
    expect_finished(out, ledger);
  }
}

TEST_F(Disk, FullWithTheLedgerOnItSaysSoAndTheSameCommandEndsTheJob) {
  const std::size_t needed = size_of(*home / "whole", false) + size_of(*home / "whole", true);
  for (const std::size_t percent : {3U, 14U, 45U, 70U, 75U, 80U, 85U, 90U}) {
    SCOPED_TRACE(std::to_string(percent) + " % of what is needed");
    const SmallDisk disk(disk_folder_, std::max<std::size_t>(8, needed * percent / 100));
    const fs::path out = disk_folder_ / "out", ledger = out / "ledger.db";
    const Finished full = run_program(issue(out, ledger));
    std::printf("%zu %%: %s", percent, full.err.c_str());
    expect_full(full);
    disk.grow_to(plenty);
    expect_finished(out, ledger);
  }
}

TEST_F(Disk, FullOnlyForTheLedgerSaysSoAndTheSameCommandEndsTheJob) {
  for (const std::size_t kilobytes : {8U, 40U, 120U, 200U, 300U, 400U}) {
    SCOPED_TRACE(std::to_string(kilobytes) + " kB for the ledger");
    const SmallDisk disk(disk_folder_, kilobytes);
    const fs::path out = *home / ("out-" + std::to_string(kilobytes)), ledger = disk_folder_ / "ledger.db";
    const Finished full = run_program(issue(out, ledger));
    std::printf("%zu kB: %s", kilobytes, full.err.c_str());
    expect_full(full);
    disk.grow_to(plenty);
    expect_finished(out, ledger);
  }
}

TEST_F(Disk, ReadOnlyForTheFolderIsToldWithWhatToDoAndNothingIsLost) {
  const SmallDisk disk(disk_folder_, plenty);
  const fs::path out = disk_folder_ / "out", ledger = *home / "read-only" / "ledger.db";
  disk.make_read_only();
  const Finished fresh = run_program(issue(out, ledger));
  EXPECT_EQ(fresh.code, 73) << fresh.err;
  EXPECT_NE(fresh.err.find("--out"), std::string::npos) << fresh.err;
  disk.make_writable();
  EXPECT_EQ(run_program(issue(out, ledger)).code, 0);
  disk.make_read_only();
  EXPECT_EQ(run_program(issue(out, ledger)).code, 73);
  EXPECT_EQ(fingerprint(out), whole);
  EXPECT_EQ(faults_of(ledger.string()), "");
}

TEST_F(Disk, ReadOnlyForTheLedgerIsToldWithWhatToDoAndNothingIsLost) {
  const SmallDisk disk(disk_folder_, plenty);
  const fs::path out = *home / "read-only-out", ledger = disk_folder_ / "ledger.db";
  disk.make_read_only();
  const Finished fresh = run_program(issue(out, ledger));
  EXPECT_EQ(fresh.code, 73) << fresh.err;
  EXPECT_NE(fresh.err.find("--ledger"), std::string::npos) << fresh.err;
  disk.make_writable();
  EXPECT_EQ(run_program(issue(out, ledger)).code, 0);
  disk.make_read_only();
  const Finished again = run_program(issue(out, ledger));
  EXPECT_EQ(again.code, 73) << again.err;
  EXPECT_NE(again.err.find("--ledger"), std::string::npos) << again.err;
  EXPECT_EQ(fingerprint(out), whole);
  disk.make_writable();
  expect_finished(out, ledger);
}

}  // namespace
}  // namespace pehchan
