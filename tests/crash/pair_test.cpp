// A run that makes fronts and backs in files of their own is killed before every step that lasts, one after the other,
// and run again.
#include <gtest/gtest.h>

#include <csignal>

#include "crash/good_roll.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t members = 6;

TEST(Pair, WhereverARunIsKilledTheNextOneReleasesBothOrMakesBothAnew) {
  const ScratchFolder home;
  const GoodRoll roll = make_plain_roll(home / "roll", members);
  std::vector<std::string> how = plain_card;
  how.insert(how.end(), {"--sheet", "a4-pvc"});
  const auto stepped = [](const std::string& variable, const std::string& value) {
    return std::vector<std::string>{"env", "LD_PRELOAD=" PEHCHAN_STEP_KILLER,
                                    "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0", variable + "=" + value};
  };
  const fs::path count = home / "steps", out = home / "out";
  const std::string ledger = out / "ledger.db";
  ASSERT_EQ(run_program(roll.issue(out, ledger, how), stepped("PEHCHAN_STEPS_TO", count)).code, 0);
  const std::string fronts = bytes_of(out / "sheets-0001-fronts.pdf"), backs = bytes_of(out / "sheets-0001-backs.pdf");
  const unsigned steps = static_cast<unsigned>(std::stoul("0" + bytes_of(count)));
  ASSERT_GT(steps, 10u);
  std::size_t between = 0;
  for (unsigned step = 1; step <= steps; ++step) {
    SCOPED_TRACE("killed before step " + std::to_string(step));
    fs::remove_all(out);
    run_program(roll.issue(out, ledger, how), stepped("PEHCHAN_DIE_AT", std::to_string(step)));
    between += fs::exists(out / "sheets-0001-fronts.pdf") != fs::exists(out / "sheets-0001-backs.pdf") ? 1U : 0U;
    const Finished again = run_program(roll.issue(out, ledger, how));
    ASSERT_EQ(again.code, 0) << again.err;
    EXPECT_TRUE(bytes_of(out / "sheets-0001-fronts.pdf") == fronts);
    EXPECT_TRUE(bytes_of(out / "sheets-0001-backs.pdf") == backs);
    EXPECT_EQ(card_facts(ledger), (CardFacts{members, members, members}));
    EXPECT_EQ(faults_of(ledger), "");
    EXPECT_TRUE(unfinished_files(out).empty());
  }
  EXPECT_GT(between, 0u) << "never killed between the two renames: this proves nothing";
}

}  // namespace
}  // namespace pehchan
