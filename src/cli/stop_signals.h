#pragma once
#include <stop_token>
#include <thread>

namespace pehchan {

/// SIGINT and SIGTERM ask for a stop instead of killing, as long as this lives. Make it before any other thread: they
/// inherit that the signals are blocked.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread waiter_;
};

}  // namespace pehchan
