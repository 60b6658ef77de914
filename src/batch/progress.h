#pragma once
#include <cstddef>
#include <functional>

namespace pehchan {

/// How far a run has come.
struct Progress {
  std::size_t done = 0;  ///< members looked at, withheld ones among them
  std::size_t total = 0;
  std::size_t withheld = 0;
};

/// Called on the run's own thread, often: it must be quick.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace pehchan
