#pragma once
#include <chrono>

#include "batch/progress.h"

namespace pehchan {

/// Tells how a run gets on: on a terminal as one line that is rewritten (done, rate, time left, withheld), else as a
/// JSON line every few seconds, both on standard error.
class ProgressLine {
 public:
  ProgressLine();
  void operator()(const Progress& progress);
  /// Leaves the terminal's line.
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  bool is_terminal_;
  bool is_begun_ = false;
  Clock::time_point start_, told_;
};

}  // namespace pehchan
