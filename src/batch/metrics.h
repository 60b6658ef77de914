#pragma once
#include <filesystem>
#include <string>

#include "base/run_error.h"
#include "batch/run.h"

namespace pehchan {

/// How a scheduled run ended, for Prometheus.
struct RunMetrics {
  IssueSummary summary;  ///< all zero when the run failed
  ExitCode code = ExitCode::ok;
  double seconds = 0;
  long long ended_at = 0;  ///< seconds since 1970
};

/// Writes the text format that node_exporter's textfile collector reads, whole or not at all. No personal data. Throws
/// RunError as cannot_write says.
void write_metrics(const std::filesystem::path& file, const RunMetrics& run);

}  // namespace pehchan
