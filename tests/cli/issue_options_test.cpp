// What is refused before a card is made, and what the metrics say of it.
#include "cli/office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using IssueOptions = Office;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_F(IssueOptions, ADayThatDoesNotExistIsRefusedAndTheMetricsSaySo) {
  const fs::path metrics = home_ / "pehchan.prom";
  for (const char* day : {"2026-99-99", "2026-02-29", "2026-2-1", "tomorrow"}) {
    fs::remove(metrics);
    const Finished run = issue({"--date", day, "--metrics", metrics.string()});
    EXPECT_EQ(run.code, 64) << day;
    EXPECT_TRUE(has(run.err, "--date")) << run.err;
    EXPECT_TRUE(has(bytes_of(metrics), "last_run_exit_code 64\n")) << day;
  }
  EXPECT_EQ(issue({"--date", "2028-02-29"}).code, 0);
}

TEST_F(IssueOptions, AMetricsFileThatCannotBeWrittenIsFoundOutBeforeCardsAreMade) {
  for (const fs::path& metrics : {home_ / "absent" / "pehchan.prom", fs::path(home_)}) {
    const Finished run = issue({"--metrics", metrics.string()});
    EXPECT_EQ(run.code, 64) << run.err;
    EXPECT_TRUE(has(run.err, "--metrics")) << run.err;
    EXPECT_FALSE(fs::exists(ledger_));
  }
  EXPECT_EQ(issue({"--metrics", (out_ / "pehchan.prom").string()}).code, 0);
}

}  // namespace
}  // namespace pehchan
