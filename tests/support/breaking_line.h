#pragma once
#include <atomic>
#include <cstddef>
#include <string>
#include <thread>

namespace pehchan {

/// A line to a printer on loopback that breaks once: behind `bytes` of one connection, before the printer's next word.
class BreakingLine {
 public:
  /// `stays_broken`: nobody gets through any more until it is mended.
  BreakingLine(int port, std::size_t bytes, bool stays_broken = false);
  ~BreakingLine();
  BreakingLine(const BreakingLine&) = delete;
  BreakingLine& operator=(const BreakingLine&) = delete;

  std::string uri() const;
  void mend() { stays_broken_ = false; }
  bool has_broken() const { return has_broken_; }

 private:
  void serve();
  void carry(int client);

  const int printer_port_;
  const std::size_t bytes_;
  std::atomic<bool> stays_broken_, has_broken_ = false, is_over_ = false;
  int listener_ = -1, port_ = 0;
  std::thread thread_;
};

}  // namespace pehchan
