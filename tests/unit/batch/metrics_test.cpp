#include "batch/metrics.h"

#include <sstream>

#include "office.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class Metrics : public testing::Test {
 protected:
  ScratchFolder folder;
  const fs::path file = folder / "pehchan.prom";
  RunMetrics run{.summary = {.issued_now = 120,
                             .issued_before = 30,
                             .issued_elsewhere = 0,
                             .to_issue = 0,
                             .sheets = 12,
                             .withheld = 4,
                             .changed = 3,
                             .job = "J0001",
                             .new_files = {},
                             .withheld_file = {}},
                 .code = ExitCode::some_withheld,
                 .seconds = 12.5,
                 .ended_at = 1'790'000'000};

  /// The samples' lines.
  std::string samples() {
    std::istringstream lines(bytes_of(file));
    std::string all;
    for (std::string line; std::getline(lines, line);)
      if (!line.starts_with('#')) all += line + "\n";
    return all;
  }
};

TEST_F(Metrics, EveryFigureIsTold) {
  write_metrics(file, run);
  EXPECT_EQ(samples(),
            "pehchan_last_run_exit_code 1\n"
            "pehchan_last_run_seconds 12.5\n"
            "pehchan_last_run_timestamp_seconds 1790000000\n"
            "pehchan_cards_issued 120\n"
            "pehchan_cards_issued_before 30\n"
            "pehchan_sheets_released 12\n"
            "pehchan_members_withheld 4\n"
            "pehchan_members_changed 3\n");
}

TEST_F(Metrics, EverySampleFollowsItsHelpAndType) {
  write_metrics(file, run);
  std::istringstream lines(bytes_of(file));
  std::string help, type, sample;
  int count = 0;
  while (std::getline(lines, help) && std::getline(lines, type) && std::getline(lines, sample)) {
    const std::string name = sample.substr(0, sample.find(' '));
    EXPECT_TRUE(help.starts_with("# HELP " + name + " ")) << help;
    EXPECT_EQ(type, "# TYPE " + name + " gauge");
    ++count;
  }
  EXPECT_EQ(count, 8);
  EXPECT_EQ(bytes_of(file).back(), '\n') << "the collector passes over a last line without an end";
}

TEST_F(Metrics, LargeFiguresAreWrittenOut) {
  run.summary.issued_now = 12'345'678;
  write_metrics(file, run);
  EXPECT_NE(samples().find("pehchan_cards_issued 12345678\n"), std::string::npos) << samples();
}

TEST_F(Metrics, AFailedRunIsToldToo) {
  write_metrics(file, {.summary = {}, .code = ExitCode::unavailable, .seconds = 0, .ended_at = 1});
  EXPECT_NE(samples().find("pehchan_last_run_exit_code 69\n"), std::string::npos);
  EXPECT_NE(samples().find("pehchan_cards_issued 0\n"), std::string::npos);
}

TEST_F(Metrics, TheNewFileTakesTheOldOnesPlaceWhole) {
  write_bytes(file, std::string(10'000, 'x'));
  write_metrics(file, run);
  EXPECT_EQ(bytes_of(file).find('x'), bytes_of(file).find("exit_code") + 1);
  EXPECT_FALSE(fs::exists(folder / "pehchan.prom.part"));
}

TEST_F(Metrics, WhereNothingCanBeWrittenTheOldFileStays) {
  fs::create_directories(folder / "pehchan.prom.part");
  write_bytes(file, "old");
  EXPECT_EQ(code_of([&] { write_metrics(file, run); }), ExitCode::cannot_create);
  EXPECT_EQ(bytes_of(file), "old");
}

}  // namespace
}  // namespace pehchan
