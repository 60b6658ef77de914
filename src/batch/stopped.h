#pragma once
#include <stop_token>

#include "base/run_error.h"

namespace pehchan {

/// Throws RunError (try_again) when the run was asked to stop. `advice`: of work that keeps nothing of what it began.
inline void refuse_if_stopped(const std::stop_token& stop,
                              const char* advice = "Run the same command again: it goes on from here.") {
  if (stop.stop_requested()) throw RunError(ExitCode::try_again, "stopped, as asked", advice);
}

}  // namespace pehchan
