#include "batch/watch_print.h"

#include <condition_variable>
#include <mutex>

#include "base/run_error.h"

namespace pehchan {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto between = 500ms, after_silence = 1000ms;
constexpr int most_silences = 5;
/// How often a cancelled job is asked for before it is left to the printer.
constexpr int after_cancel = 10;

/// False when a stop was asked for.
bool wait(std::chrono::milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any never;
  never.wait_for(lock, stop, time, [] { return false; });
  return !stop.stop_requested();
}

class Watch {
 public:
  Watch(IppPrinter& printer, int job, const std::function<void(const PrintProgress&)>& tell)
      : printer_(printer), job_(job), tell_(tell) {}

  /// False when the printer is silent for good, or has said its last word.
  bool ask() try {
    const PrintProgress seen = printer_.progress(job_);
    silences_ = 0;
    if (seen != end.last) {
      moved_ = Clock::now();
      end.last = seen;
      tell_(seen);
    }
    return !has_ended(seen.state);
  } catch (const RunError& error) {
    if (++silences_ < most_silences) return true;
    end.silence = error.what();
    return false;
  }

  bool is_silent() const { return silences_ > 0; }
  std::chrono::milliseconds pause() const { return is_silent() ? after_silence : between; }
  bool stands_still(std::chrono::seconds patience) const {
    const bool is_still = end.last.state == PrintState::stopped || end.last.is_incomplete;
    return is_still && Clock::now() - moved_ > patience;
  }

  void cancel() {
    printer_.cancel(job_);
    const std::stop_token never;
    for (int i = 0; i < after_cancel && ask(); ++i) wait(between, never);
  }

  PrintEnd end = {};

 private:
  IppPrinter& printer_;
  int job_;
  const std::function<void(const PrintProgress&)>& tell_;
  int silences_ = 0;
  Clock::time_point moved_ = Clock::now();
};

}  // namespace

PrintEnd watch_print(IppPrinter& printer, int job, std::chrono::seconds patience,
                     const std::function<void(const PrintProgress&)>& tell, const std::stop_token& stop) {
  Watch watch(printer, job, tell);
  while (watch.ask()) {
    watch.end.stood_still = watch.stands_still(patience);
    watch.end.was_stopped = !watch.end.stood_still && !wait(watch.pause(), stop);
    if (!watch.end.stood_still && !watch.end.was_stopped) continue;
    watch.cancel();
    break;
  }
  return watch.end;
}

}  // namespace pehchan
