#pragma once
#include <algorithm>
#include <thread>

namespace pehchan {

/// As many threads as were asked for; 0 asks for one a core.
inline unsigned thread_count(unsigned asked) {
  return asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace pehchan
