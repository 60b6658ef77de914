#include "cli/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace pehchan {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds on_terminal = 200ms, in_log = 5s;

}  // namespace

ProgressLine::ProgressLine() : is_terminal_(::isatty(STDERR_FILENO) == 1), start_(Clock::now()), told_(start_) {}

void ProgressLine::operator()(const Progress& progress) {
  const auto now = Clock::now();
  const bool is_last = progress.done == progress.total;
  if (!is_last && now - told_ < (is_terminal_ ? on_terminal : in_log)) return;
  told_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = seconds > 0 ? static_cast<double>(progress.done) / seconds : 0;
  const double left = rate > 0 ? static_cast<double>(progress.total - progress.done) / rate : 0;
  if (is_terminal_) {
    fmt::print(stderr, "\r{} / {} · {:.0f}/s · {:.0f} s left · {} withheld\x1b[K", progress.done, progress.total, rate,
               left, progress.withheld);
    is_begun_ = true;
  } else {
    fmt::print(stderr, "{{\"done\":{},\"total\":{},\"per_second\":{:.1f},\"seconds_left\":{:.0f},\"withheld\":{}}}\n",
               progress.done, progress.total, rate, left, progress.withheld);
  }
  std::fflush(stderr);
}

void ProgressLine::end() {
  if (is_begun_) fmt::print(stderr, "\n");
  is_begun_ = false;
}

}  // namespace pehchan
