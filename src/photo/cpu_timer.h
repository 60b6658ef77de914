#pragma once
#include <ctime>

namespace pehchan {

/// This thread's own CPU time, which does not count what other threads and programs do meanwhile.
class CpuTimer {
 public:
  /// Ms since the last call, or since it was made.
  double lap() {
    const double now = read(), passed = now - last_;
    last_ = now;
    return passed;
  }

 private:
  static double read() {
    std::timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  }

  double last_ = read();
};

}  // namespace pehchan
