#include "cli/stop_signals.h"

#include <csignal>
#include <ctime>

namespace pehchan {
namespace {

sigset_t stopping_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopSignals::StopSignals() {
  const sigset_t set = stopping_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  waiter_ = std::jthread([this, set](const std::stop_token& over) {
    constexpr timespec moment{.tv_sec = 0, .tv_nsec = 100'000'000};
    while (!over.stop_requested())
      if (sigtimedwait(&set, nullptr, &moment) > 0) source_.request_stop();
  });
}

StopSignals::~StopSignals() {
  waiter_ = {};
  const sigset_t set = stopping_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace pehchan
