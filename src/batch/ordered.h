#pragma once
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace pehchan {

/// Works on 0 … count-1 in parallel and hands the results to `consume(index, result)` in order, on the calling thread.
/// Each thread makes a worker of its own with `make_worker()` and calls `worker(index)`. At most `window` results are
/// alive at once, whatever `count` is. A worker's exception, and consume's own, ends the whole and is thrown here; a
/// stop that was asked for ends it between two results, quietly.
template <class MakeWorker, class Consume>
void ordered_map(std::size_t count, unsigned threads, std::size_t window, std::stop_token stop, MakeWorker make_worker,
                 Consume consume) {
  using Value = decltype(make_worker()(std::size_t{}));
  std::mutex mutex;
  std::condition_variable_any changed;
  std::map<std::size_t, Value> ready;
  std::size_t next = 0, consumed = 0;
  std::exception_ptr trouble;
  bool is_over = false;

  const auto work = [&]() {
    try {
      auto worker = make_worker();
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return is_over || next == count || next < consumed + window; });
        if (is_over || next == count) return;
        const std::size_t index = next++;
        lock.unlock();
        Value value = worker(index);
        lock.lock();
        ready.emplace(index, std::move(value));
        changed.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      trouble = std::current_exception();
      changed.notify_all();
    }
  };

  std::vector<std::jthread> pool;
  const auto finish = [&] {
    {
      const std::lock_guard lock(mutex);
      is_over = true;
    }
    changed.notify_all();
    pool.clear();
  };
  for (std::size_t i = 0; i < std::min<std::size_t>(std::max(1U, threads), count); ++i) pool.emplace_back(work);
  try {
    while (consumed < count) {
      std::unique_lock lock(mutex);
      if (!changed.wait(lock, stop, [&] { return trouble || ready.contains(consumed); }) || stop.stop_requested())
        break;
      if (trouble) std::rethrow_exception(trouble);
      auto node = ready.extract(consumed);
      lock.unlock();
      consume(node.key(), std::move(node.mapped()));
      lock.lock();
      ++consumed;
      changed.notify_all();
    }
  } catch (...) {
    finish();
    throw;
  }
  finish();
}

}  // namespace pehchan
