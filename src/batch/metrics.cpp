#include "batch/metrics.h"

#include <fmt/format.h>

#include "base/atomic_file.h"

namespace pehchan {
namespace {

std::string gauge(const char* name, const char* help, double value) {
  return fmt::format("# HELP pehchan_{0} {1}\n# TYPE pehchan_{0} gauge\npehchan_{0} {2}\n", name, help, value);
}

}  // namespace

void write_metrics(const std::filesystem::path& file, const RunMetrics& run) {
  const IssueSummary& s = run.summary;
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  write_file(
      file,
      gauge("last_run_exit_code", "How the last run ended (see pehchan issue --help).", static_cast<int>(run.code)) +
          gauge("last_run_seconds", "How long the last run took.", run.seconds) +
          fmt::format("# HELP pehchan_last_run_timestamp_seconds When the last run ended.\n# TYPE "
                      "pehchan_last_run_timestamp_seconds gauge\npehchan_last_run_timestamp_seconds {}\n",
                      run.ended_at) +
          gauge("cards_issued", "Cards that the last run released.", count(s.issued_now)) +
          gauge("cards_issued_before", "Members of the order who had their card already.", count(s.issued_before)) +
          gauge("sheets_released", "Sheets that the last run released.", count(s.sheets)) +
          gauge("members_withheld", "Members withheld by the last run.", count(s.withheld)) +
          gauge("members_changed", "Members whose row or photo changed since their card was made.", count(s.changed)));
}

}  // namespace pehchan
